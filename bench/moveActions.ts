import type { Tier } from '../contract/tiers'
import { newJoin } from '../domain/duplicates/join'
import { documentId } from '../domain/id/documentId'
import { askInfo } from '../domain/request/askInfo'
import { exampleOfficer, exampleRequest, exampleRules } from '../domain/request/exampleRequest'
import { extendRequest } from '../domain/request/extendRequest'
import { acceptRequest, type OfficerDoing } from '../domain/request/handleRequest'
import { mergeRequest, takeIn } from '../domain/request/mergeRequest'
import type { Request } from '../domain/request/request'
import { objectToTier } from '../domain/request/objectToTier'
import { retierRequest } from '../domain/request/retierRequest'
import { suspendRequest } from '../domain/request/suspendRequest'
import { idOf } from '../tests/cloud/exampleStreet'
import { tokens } from '../tests/cloud/tokens'
import { importDocuments } from '../tests/support/localCloud'
import { type Answer, benchId, callsEach, type Site, type Who } from './site'

/** A move that is seldom made, on requests that were brought to where it can be made by the domain's own decisions. */
export interface MoveAction {
  name: string
  /** Database operations a warm instance may need. */
  most: number
  who: (by: number) => Who
  /** The request as it is before, and what else has to be there. */
  before: (blank: Request, second: () => Request) => { request: Request; more?: Request[]; joined?: boolean }
  input: (made: { id: string; version: number; other?: string }) => object
}

/** Read, write, tell, and note that it was told. */
const oneMove = 4

const at = Date.now()
const around = { ...exampleRules, posts: [], overseers: [idOf('wang')] }
const chen: OfficerDoing['by'] = { kind: 'officer', personId: idOf('chen'), officer: exampleOfficer }
const doing = () => ({ by: chen, at, token: tokens.next() })
const reporting = ({ reporterId }: Request) => ({
  by: { kind: 'reporter' as const, personId: reporterId },
  at,
  token: tokens.next(),
})
const text = '说明一下'
const said = { text, photos: [] }
const quiet = (request: Request): Request => ({ ...request, effects: [] })

const accepted = (request: Request) => acceptRequest(request, doing(), around)
const asked = (request: Request) => askInfo(accepted(request), doing(), text, around)
const inTier = (request: Request, tier: Tier) => retierRequest(request, doing(), { tier, text }, around)
const extended = (request: Request) => extendRequest(accepted(request), doing(), text, around)
const lowered = (request: Request) => inTier(inTier(request, 'A'), 'B')

/** A tier D request that was given more time, which another would have had to grant. */
const prolonged = (request: Request): Request => {
  const accepting = accepted(inTier(request, 'D'))
  const { resolve } = accepting.clocks
  return resolve
    ? {
        ...accepting,
        clocks: { ...accepting.clocks, resolve: { ...resolve, extensions: [{ at, length: { days: 1 } }] } },
      }
    : accepting
}
const setAside = (request: Request) => suspendRequest(prolonged(request), doing(), text, around)

const officer = () => 'chen'
const above = () => 'wang'
const reporter = (by: number) => by
const moved = ({ id, version }: { id: string; version: number }) => ({ id, version, text })
const alone =
  (change: (request: Request) => Request): MoveAction['before'] =>
  blank => ({ request: change(blank) })

const merged: MoveAction['before'] = (blank, second) => {
  const main = second()
  const request = mergeRequest(blank, doing(), { main, text }, around)
  return { request, more: [takeIn(main, request, at)] }
}

export const moveActions: readonly MoveAction[] = [
  {
    name: 'request.reply.progress',
    most: oneMove,
    who: officer,
    before: alone(accepted),
    input: ({ id }) => ({ id, ...said }),
  },
  { name: 'request.askInfo', most: oneMove, who: officer, before: alone(accepted), input: moved },
  {
    name: 'request.answerInfo',
    most: oneMove,
    who: reporter,
    before: alone(asked),
    input: ({ id }) => ({ id, ...said }),
  },
  { name: 'request.extend', most: oneMove, who: officer, before: alone(accepted), input: moved },
  {
    name: 'request.decideExtension',
    most: oneMove,
    who: above,
    before: alone(request => extended(inTier(request, 'C'))),
    input: made => ({ ...moved(made), granted: true }),
  },
  { name: 'request.suspend', most: oneMove, who: above, before: alone(prolonged), input: moved },
  { name: 'request.resume', most: oneMove, who: above, before: alone(setAside), input: moved },
  {
    name: 'request.retier',
    most: oneMove,
    who: officer,
    before: alone(quiet),
    input: made => ({ ...moved(made), tier: 'C' }),
  },
  { name: 'request.object', most: oneMove, who: reporter, before: alone(lowered), input: moved },
  {
    name: 'request.answerObjection',
    most: oneMove,
    who: above,
    before: alone(request => {
      const before = lowered(request)
      return objectToTier(before, reporting(before), text, around)
    }),
    input: made => ({ ...moved(made), upheld: false }),
  },
  // Both requests are read, and the main one once more to be written with what it then is.
  {
    name: 'request.merge',
    most: 7,
    who: officer,
    before: (blank, second) => ({ request: blank, more: [second()] }),
    input: made => ({ ...moved(made), into: made.other }),
  },
  { name: 'request.unmerge', most: 6, who: officer, before: merged, input: moved },
  // Request, join and account are read; the join is written, all are counted, and the number is written down.
  { name: 'request.join', most: 6, who: by => by + 1, before: alone(quiet), input: ({ id }) => ({ id }) },
  {
    name: 'request.leave',
    most: 5,
    who: by => by + 1,
    before: blank => ({ request: { ...blank, joined: 1 }, joined: true }),
    input: ({ id }) => ({ id }),
  },
]

/** Who reports, and joins, by turns. */
const people = 20

/** Puts the requests of one move into an environment; the n-th call of it. */
export const prepareMove = async (
  site: Site,
  { name, who, before, input }: MoveAction,
): Promise<(n: number) => Promise<Answer>> => {
  const made = Array.from({ length: callsEach }, (_, n) => {
    const by = n % people
    const blank = (which: string) =>
      quiet(
        exampleRequest({
          id: documentId('r', name, which, String(n)),
          reporterId: benchId(by),
          text: '村口的路灯全不亮',
          at,
        }),
      )
    const other = blank('second')
    const { request, more = [], joined } = before(blank('first'), () => other)
    const join = joined ? [newJoin(request._id, { _id: benchId(by + 1) }, at, tokens.next())] : []
    return { by, request: quiet(request), more: more.map(quiet), join, other: other._id }
  })
  await importDocuments(
    site.env,
    'requests',
    made.flatMap(({ request, more }) => [request, ...more]),
  )
  await importDocuments(
    site.env,
    'joins',
    made.flatMap(({ join }) => join),
  )
  return async n => {
    const one = made[n]
    if (!one) throw new Error(`${name}: request ${n} was not made`)
    const { _id: id, version } = one.request
    const action = name === 'request.reply.progress' ? 'request.reply' : name
    return site.call(who(one.by), action, {
      ...input({ id, version, other: one.other }),
      token: tokens.next(),
    })
  }
}
