import type { Leave } from '../../domain/account/post'
import type { Street } from '../../domain/area/street'
import { dateWords } from '../../domain/time/words'
import type { Call } from '../kernel/call'
import { tellStaff } from './tellStaff'

/** Tells who is away, who stands in, who no longer does and who is in charge about the newest line of a leave. */
export const announceLeave = async (call: Call, street: Street, leave: Leave): Promise<void> => {
  const { roster } = street
  const [last, before] = [...leave.events].reverse()
  if (!last) return
  const post = roster.appointments(leave.officerId, call.now)[0] ?? roster.postsOf(leave.officerId)[0]
  const name = post?.name ?? ''
  const account = (officerId: string | undefined) =>
    officerId === undefined ? undefined : roster.account(officerId)
  const over = last.kind === 'ended' || last.kind === 'withdrawn'
  const when = `${dateWords(last.from)}到${dateWords(last.to - 1)}`
  const covered = over ? undefined : last.coverId
  const path = post ? (street.area(post.areaId)?.path ?? []) : []
  await tellStaff(
    call,
    { id: leave._id, n: leave.events.length },
    [
      ...street.holders('officer.manage', path, call.now).map(personId => ({
        personId,
        text: over ? `${name}回来上班了` : `${name}${when}请假，${covered ? '有人代班' : '还没有人代班'}`,
      })),
      { personId: account(leave.officerId), text: over ? '您的请假结束了' : `您${when}请假，已登记` },
      ...(before?.coverId && before.coverId !== covered
        ? [{ personId: account(before.coverId), text: `不用再替${name}代班了` }]
        : []),
      { personId: account(covered), text: `您${when}替${name}代班` },
    ].filter(({ personId }) => personId !== last.by?.personId),
  )
}
