import { categoryWords } from '../../contract/categories'
import type { EventKind, Milestone } from '../../contract/requestTerms'
import type { RequestView } from '../../contract/requestView'
import { whenWords } from '../time/words'
import { type Around, type Reader, sideWords } from './reader'
import type { Actor, Request, RequestEvent } from './request'
import { viewPhotos } from './viewPhotos'

/** What has happened, oldest first, as far as this reader is told, in their words. */
export const viewTimeline = (request: Request, reader: Reader, around: Around): RequestView['timeline'] =>
  request.events
    .filter(event => isFor(reader, event))
    .map(event => {
      const text = eventWords(event, reader, around)
      return {
        kind: event.kind,
        at: event.at,
        by: actorWords(event.by, reader, around),
        ...(text && { text }),
        photos: viewPhotos(request, event.photos ?? [], around.urls),
      }
    })

/** Which class it is counted under, and what is said between officers, is nothing to residents. */
const betweenOfficers: readonly EventKind[] = [
  ...(['extensionAsked', 'extensionRefused'] as const),
  ...(['crowded', 'tookIn', 'letGo'] as const),
]

const isFor = ({ side }: Reader, { kind, retier }: RequestEvent): boolean =>
  side === 'officer' || !(betweenOfficers.includes(kind) || (kind === 'retiered' && !retier?.tier))

/** Officers see no name of a reporter, who sees the officers by post and name. */
const actorWords = (actor: Actor, reader: Reader, { postWords }: Around): string => {
  if (actor.kind === 'system') return '系统'
  // Whoever speaks for a resident is named.
  if (actor.kind === 'reporter' && !actor.officer) return reader.side === 'reporter' ? '您' : '居民'
  return actor.officer ? `${postWords(actor.officer.post)}${actor.officer.name}` : '工作人员'
}

const solvedWords = { yes: '办好了', partly: '办了一部分', no: '没办好' }
const satisfactionWords = { good: '满意', fair: '一般', poor: '不满意' }

const eventWords = (
  event: RequestEvent,
  { side, now }: Reader,
  { tiers: preset }: Around,
): string | undefined => {
  const { text, answer, retier, dueAt, reached } = event
  return (
    [
      answer && `${solvedWords[answer.solved]}，${satisfactionWords[answer.satisfaction]}`,
      reached && reachedWords[reached],
      retier?.tier && retier.tier.map(tier => `“${preset.words[tier][sideWords[side]]}”`).join(' 改为 '),
      side === 'officer' && retier?.category?.map(category => categoryWords[category]).join(' 改为 '),
      dueAt !== undefined && `${event.kind === 'suspended' ? '下次查看' : '延到'} ${whenWords(dueAt, now)}`,
      text,
    ]
      .filter(Boolean)
      .join('。') || undefined
  )
}

const reachedWords: Record<Milestone, string> = { onSite: '已到现场', controlled: '险情已控制' }
