import type { Officer, Post } from '../../account/post'
import { dayWords, hourWords } from '../../account/onDuty'
import { type PostKinds, postKind } from '../../account/postKinds'
import type { AreaNode } from '../../area/area'
import { dayKey } from '../../time/china'
import { areaRef } from '../areas/areaCells'
import type { Word } from '../Cells'

export const contactWords = [
  { id: 'workPhone', words: '公开工作电话' },
  { id: 'dutyPhone', words: '只公开值班电话' },
  { id: 'message', words: '只接受留言' },
] as const satisfies readonly Word[]

/** A post with its officer as the cells of a file: what an export writes, and what two versions are compared by. */
export const postCells = (
  post: Post,
  officer: Officer | undefined,
  kinds: PostKinds,
  areaOf: (id: string) => AreaNode | undefined,
): Record<string, string> => {
  const area = areaOf(post.areaId)
  return {
    officerId: post.officerId,
    postId: post._id,
    name: officer?.name ?? post.name,
    kind: kinds.kinds.some(({ id }) => id === post.kind) ? postKind(kinds, post.kind).words : post.kind,
    area: area ? areaRef(area) : post.areaId,
    areaName: area?.name ?? '',
    workPhone: post.workPhone ?? '',
    contact: contactWords.find(({ id }) => id === post.contact)?.words ?? post.contact,
    days: dayWords(post.duty.days),
    start: hourWords(post.duty.from),
    end: hourWords(post.duty.to),
    from: dayKey(post.from),
    // A term ends at the instant after its last day.
    to: post.to === undefined ? '' : dayKey(post.to - 1),
    privatePhone: officer?.privatePhone ?? '',
    unit: officer?.unit ?? '',
  }
}
