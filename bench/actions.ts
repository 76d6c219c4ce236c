import { contractVersion, type Reply } from '../contract/envelope'
import type { RequestView } from '../contract/request'
import { personIdOf } from '../domain/id/documentId'
import { exampleOfficer, exampleRequest } from '../domain/request/exampleRequest'
import { acceptRequest, resolveRequest } from '../domain/request/handleRequest'
import type { Request } from '../domain/request/request'
import { exampleStreet, middleOf, pepper } from '../tests/cloud/exampleStreet'
import {
  callFunction,
  importDocuments,
  makeEnvironment,
  tokenFor,
  type Usage,
} from '../tests/support/localCloud'
import { tokens } from '../tests/cloud/tokens'
import { type Figure, median, rounded } from './figure'
import { storedRequests } from './stored'

const calls = 500
const small = 1_000
const large = 100_000
/** Reports and replies are limited to 20 for one person in ten minutes. */
const perPerson = 20

const lists = ['request.mine', 'request.worklist', 'council.topics', 'account.inbox']

/** One environment with its people signed in. */
interface Site {
  env: string
  /** Calls an action as somebody: `zhang`, or a number for one of the many residents and councillors. */
  call: (
    who: string | number,
    action: string,
    input: object,
  ) => Promise<{ data: unknown; usage: Usage; ms: number }>
  /** Requests made in this run, with who reported them. */
  made: { id: string; version: number; by: number }[]
}

interface Action {
  name: string
  /** Makes the n-th call. */
  run: (site: Site, n: number) => Promise<{ usage: Usage; ms: number }>
}

const residents = Math.ceil(calls / perPerson) + 1
const openidOf = (who: string | number) => (typeof who === 'string' ? `test-${who}` : `bench-${who}`)

const openSite = async (env: string, count: number, say: (line: string) => void): Promise<Site> => {
  const now = Date.now()
  await makeEnvironment({ id: env, unindexed: 'error' })
  const street = exampleStreet(now)
  const [topic] = street.topics
  // Everybody who votes in this run is on the roll.
  const roll = Array.from({ length: calls + 50 }, (_, n) => ({
    personId: personIdOf(openidOf(n), pepper),
    seatId: `seat-${n}`,
    kind: 'rotating' as const,
    title: '轮值街坊',
    name: `理事${n}`,
  }))
  const topics = topic ? [{ ...topic, vote: { ...topic.vote, roll } }] : []
  for (const [collection, documents] of Object.entries({ ...street, topics })) {
    if (documents.length) await importDocuments(env, collection, documents)
  }
  let batch: object[] = []
  const flush = async () => {
    if (batch.length) await importDocuments(env, 'requests', batch)
    batch = []
  }
  for (const request of storedRequests(count, now)) {
    if (batch.push(request) === 5000) await flush()
  }
  await flush()
  say(`  ${env}: ${count} requests stored`)
  const signedIn = new Map<string, Promise<string>>()
  const tokenOf = (who: string | number) => {
    const openid = openidOf(who)
    const known = signedIn.get(openid) ?? tokenFor(env, openid)
    signedIn.set(openid, known)
    return known
  }
  return {
    env,
    made: [],
    call: async (who, action, input) => {
      const token = await tokenOf(who)
      const started = performance.now()
      const { result, usage } = await callFunction<Reply>(token, 'api', { action, input, v: contractVersion })
      const ms = performance.now() - started
      if (!result.ok) throw new Error(`${action}: ${JSON.stringify(result.error)}`)
      return { data: result.data, usage, ms }
    },
  }
}

const report = { text: '三单元楼道的灯坏了，晚上看不见路', place: { gridId: 'g-1' }, photos: [] }
const reading = (name: string, who: string, input: object): Action => ({
  name,
  run: site => site.call(who, name, input),
})

/** A move on the n-th request made in this run; keeps its version. */
const move = (
  name: string,
  who: (made: Site['made'][number]) => string | number,
  input: object,
  versioned = true,
): Action => ({
  name,
  run: async (site, n) => {
    const made = site.made[n]
    if (!made) throw new Error(`${name}: request ${n} was not made`)
    const answer = await site.call(who(made), name, {
      id: made.id,
      ...(versioned && { version: made.version }),
      ...input,
      token: tokens.next(),
    })
    made.version = (answer.data as { request: RequestView }).request.version
    return answer
  },
})

/** The story's actions, in the order in which one needs the other. */
const actions: Action[] = [
  reading('account.home', 'chen', {}),
  reading('account.inbox', 'chen', {}),
  reading('area.list', 'stranger', { parentId: 'b-1' }),
  reading('area.map', 'stranger', { areaId: 'g-1' }),
  reading('area.locate', 'stranger', { point: middleOf(1) }),
  {
    name: 'request.submit',
    run: async (site, n) => {
      const by = Math.floor(n / perPerson)
      const answer = await site.call(by, 'request.submit', { ...report, token: tokens.next() })
      const { request } = answer.data as { request: RequestView }
      site.made[n] = { id: request.id, version: request.version, by }
      return answer
    },
  },
  reading('request.mine', 'zhang', {}),
  { name: 'request.read', run: (site, n) => site.call('chen', 'request.read', { id: site.made[n]?.id }) },
  reading('request.worklist', 'chen', {}),
  move('request.accept', () => 'chen', {}),
  move('request.reply', ({ by }) => by, { text: '我在家等着', photos: [] }, false),
  move('request.resolve', () => 'chen', { text: '换了新灯泡', manner: 'help', photos: [] }),
  move('request.confirm', ({ by }) => by, { solved: 'yes', satisfaction: 'good' }),
  reading('council.topics', 'he', {}),
  reading('council.topic', 'he', { id: 't-lamps' }),
  {
    name: 'council.vote',
    run: (site, n) => site.call(n, 'council.vote', { id: 't-lamps', choice: 'for', token: tokens.next() }),
  },
  {
    name: 'account.setHome',
    run: (site, n) =>
      site.call(n % residents, 'account.setHome', { gridId: n % 2 ? 'g-1' : 'g-2', token: tokens.next() }),
  },
  {
    name: 'account.markSeen',
    run: (site, n) =>
      site.call(n % residents, 'account.markSeen', { upTo: Date.now() + n, token: tokens.next() }),
  },
]

/**
 * Database operations, documents examined and growth of every action: the same calls turn by turn against 1,000 and
 * 100,000 stored requests on the local cloud.
 */
export const measureActions = async (say: (line: string) => void): Promise<Figure[]> => {
  const sites = [
    await openSite('bench-small', small, say),
    await openSite('bench-large', large, say),
  ] as const
  const cold = await measureCold(say)
  // One warm-up call for everyone's account and the caches.
  for (const site of sites) {
    await site.call('zhang', 'request.mine', {})
    for (let n = 0; n < residents; n++)
      await site.call(n, 'account.setHome', { gridId: 'g-2', token: tokens.next() })
  }
  const figures: Figure[] = []
  for (const { name, run } of actions) {
    const taken = [[], []] as [number[], number[]]
    const ops: number[] = []
    let beyond = 0
    for (let n = 0; n < calls; n++) {
      // The order changes with every turn, so that neither is always the one after the other.
      for (const which of n % 2 ? ([1, 0] as const) : ([0, 1] as const)) {
        const answer = await run(sites[which], n)
        taken[which].push(answer.ms)
        if (which === 1) {
          ops.push(answer.usage.ops)
          beyond = Math.max(beyond, answer.usage.examined - answer.usage.returned)
        }
      }
    }
    // The middle: once a minute a call also looks at the pointer, which belongs to no action.
    const usual = median(ops)
    const bar = name === 'request.submit' ? 4 : lists.includes(name) ? 2 : undefined
    figures.push({ name: `action.${name}.dbops`, value: usual, unit: 'operations', ...(bar && { bar }) })
    figures.push({
      name: `action.${name}.dbops.cold`,
      value: cold.get(name) ?? Number.NaN,
      unit: 'operations',
    })
    figures.push({ name: `action.${name}.examined`, value: beyond, unit: 'documents', bar: 20 })
    figures.push({
      name: `action.${name}.growth`,
      value: rounded(median(taken[1])),
      unit: 'ms',
      against: `${rounded(median(taken[0]))} ms at ${small} requests`,
      ratio: rounded(median(taken[1]) / median(taken[0])),
      bar: 1.5,
    })
    say(`  ${name}`)
  }
  return figures
}

/** Operations of each action's first call in an environment that the function has never served: its caches are empty. */
const measureCold = async (say: (line: string) => void): Promise<Map<string, number>> => {
  const ops = new Map<string, number>()
  for (const [n, { name, run }] of actions.entries()) {
    const site = await openSite(`bench-cold-${n}`, 0, () => undefined)
    const request = requestFor(name)
    await importDocuments(site.env, 'requests', [request])
    site.made = [{ id: request._id, version: request.version, by: 0 }]
    ops.set(name, (await run(site, 0)).usage.ops)
  }
  say('  cold calls done')
  return ops
}

/** A request in the state in which the action can be done. */
const requestFor = (action: string): Request => {
  const at = Date.now()
  const by = { kind: 'officer' as const, personId: 'p-chen', officer: exampleOfficer }
  const submitted = { ...exampleRequest({ reporterId: personIdOf(openidOf(0), pepper), at }), effects: [] }
  if (!/resolve|confirm/.test(action)) return submitted
  const accepted = acceptRequest(submitted, { by, at, token: tokens.next() })
  if (action === 'request.resolve') return accepted
  const clock = { startedAt: at, dueAt: at + 86_400_000 }
  return resolveRequest(
    accepted,
    { by, at, token: tokens.next() },
    { text: '好了', photos: [], manner: 'help' },
    clock,
  )
}
