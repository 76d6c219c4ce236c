import type { EventKind } from '../../contract/requestTerms'
import type { Tier } from '../../contract/tiers'
import { hour } from '../time/china'
import { exampleOfficer, exampleRequest, exampleRules } from './exampleRequest'
import { mergeRequest, takeIn } from './mergeRequest'
import { passOn } from './passOn'
import type { Request } from './request'

// Two reports of one lamp, for tests.

/** When the first of the two was reported, ms. */
export const start = Date.UTC(2026, 10, 23, 2)
/** The rules that ship with the code, and one overseer. */
export const around = { ...exampleRules, posts: [], overseers: ['p-wang'] }
/** The officer of both. */
export const chen = { kind: 'officer' as const, personId: 'p-chen', officer: exampleOfficer }
/** The officer acts so many hours after the first report. */
export const doing = (hours: number) => ({
  by: chen,
  at: start + hours * hour,
  token: String(hours).padStart(32, '0'),
})
/** A reporter acts so many hours after the first report. */
export const by = (personId: string, hours: number) => ({
  ...doing(hours),
  by: { kind: 'reporter' as const, personId },
})

/** The main one of the two, of `p-zhang`. */
export const first = (tier: Tier = 'B') => exampleRequest({ id: 'r-first', at: start }, { tier })
/** The other, of `p-li`, an hour later. */
export const second = (tier: Tier = 'B', more: object = {}) =>
  exampleRequest({ id: 'r-second', reporterId: 'p-li', at: start + hour, ...more }, { tier })

/** The two, dealt with in the first. */
export const merged = (main = first(), request = second()): [main: Request, request: Request] => {
  const inside = mergeRequest(request, doing(2), { main, text: '同一盏灯' }, around)
  return [takeIn(main, inside, start + 2 * hour), inside]
}
/** What the newest event of the main request does to the merged one. */
export const passed = (main: Request, request: Request, hours: number) => {
  const event = main.events.at(-1)
  if (!event) throw new Error('Nothing has happened.')
  return passOn(request, { main, event, token: `on-${main.events.length}`, at: start + hours * hour }, around)
}
/** What has happened, in order. */
export const kinds = ({ events }: Request): EventKind[] => events.map(({ kind }) => kind)
/** What one person is told. */
export const told = ({ effects }: Request, personId: string) =>
  effects.flatMap(effect => (effect.kind === 'tell' && effect.personId === personId ? effect.text : []))
