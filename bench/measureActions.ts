import type { Request } from '../domain/request/request'
import { exampleOfficer, exampleRequest, exampleRules } from '../domain/request/exampleRequest'
import { acceptRequest, resolveRequest } from '../domain/request/handleRequest'
import { tokens } from '../tests/cloud/tokens'
import { importDocuments } from '../tests/support/localCloud'
import { type Figure, median, rounded } from './figure'
import { type MoveAction, moveActions, prepareMove } from './moveActions'
import { type Answer, benchId, callsEach, openSite, type Site } from './site'
import { report, type StoryAction, storyActions } from './storyActions'

const small = 1_000
const large = 100_000
const newcomers = 15

const reportMost = 4
const listMost = 2
const lists = ['request.mine', 'request.worklist', 'council.topics', 'account.inbox']

const operationsMost = (name: string): number | undefined => {
  if (name === 'request.submit') return reportMost
  return lists.includes(name) ? listMost : undefined
}

/**
 * Database operations, documents examined and growth of every action: the same calls turn by turn against 1,000 and
 * 100,000 stored requests on the local cloud.
 */
export const measureActions = async (say: (line: string) => void): Promise<Figure[]> => {
  const cold = await measureCold()
  say('  first calls of an instance done')
  const sites = [await openSite('bench-small', small), await openSite('bench-large', large)] as const
  say(`  ${small} and ${large} requests stored`)
  const figures: Figure[] = []
  for (const action of storyActions) {
    figures.push(...(await measureAction(action, sites, cold.get(action.name))))
    say(`  ${action.name}`)
  }
  for (const action of moveActions) {
    figures.push(...(await measureMove(action, sites)))
    say(`  ${action.name}`)
  }
  figures.push(await measureNewcomer(sites[1]))
  return figures
}

const measureAction = async (
  { name, run }: StoryAction,
  sites: readonly [Site, Site],
  coldOperations = Number.NaN,
): Promise<Figure[]> => {
  const bar = operationsMost(name)
  const [operations, ...others] = await measureBeside(
    { name, ...(bar !== undefined && { bar }) },
    sites.map(site => (n: number) => run(site, n)) as [Run, Run],
  )
  const cold = { name: `action.${name}.dbops.cold`, value: coldOperations, unit: 'operations' }
  return operations ? [operations, cold, ...others] : []
}

const measureMove = async (action: MoveAction, sites: readonly [Site, Site]): Promise<Figure[]> => {
  const { name, most } = action
  const runs = [await prepareMove(sites[0], action), await prepareMove(sites[1], action)] as const
  return measureBeside({ name, bar: most }, runs)
}

type Run = (n: number) => Promise<Answer>

/** The same calls turn by turn in the small environment and in the large one. */
const measureBeside = async (
  { name, bar }: { name: string; bar?: number },
  runs: readonly [Run, Run],
): Promise<Figure[]> => {
  const taken: [number[], number[]] = [[], []]
  const operations: number[] = []
  let beyond = 0
  for (let n = 0; n < callsEach; n++) {
    // The order changes with every turn, so that neither is always the one after the other.
    for (const which of n % 2 ? ([1, 0] as const) : ([0, 1] as const)) {
      const { ms, usage } = await runs[which](n)
      taken[which].push(ms)
      if (which === 0) continue
      operations.push(usage.ops)
      beyond = Math.max(beyond, usage.examined - usage.returned)
    }
  }
  // The middle: once a minute a call also looks at the pointer, which belongs to no action.
  return [
    {
      name: `action.${name}.dbops`,
      value: median(operations),
      unit: 'operations',
      ...(bar !== undefined && { bar }),
    },
    { name: `action.${name}.examined`, value: beyond, unit: 'documents', bar: 20 },
    {
      name: `action.${name}.growth`,
      value: rounded(median(taken[1])),
      unit: 'ms',
      against: `${rounded(median(taken[0]))} ms at ${small} requests`,
      ratio: rounded(median(taken[1]) / median(taken[0])),
      bar: 1.5,
    },
  ]
}

/** Operations of the first report somebody ever makes, on a warm instance: it makes the account, too. */
const measureNewcomer = async (site: Site): Promise<Figure> => {
  const operations: number[] = []
  for (let n = 0; n < newcomers; n++) operations.push((await report(site, `newcomer-${n}`)).usage.ops)
  return {
    name: 'action.request.submit.dbops.newcomer',
    value: median(operations),
    unit: 'operations',
    bar: reportMost,
  }
}

/** Operations of each action's first call in an environment that the function has never served: its caches are empty. */
const measureCold = async (): Promise<Map<string, number>> => {
  const operations = new Map<string, number>()
  for (const [n, { name, run }] of storyActions.entries()) {
    const site = await openSite(`bench-cold-${n}`, 100)
    const request = requestFor(name)
    await importDocuments(site.env, 'requests', [request])
    site.made = [{ id: request._id, version: request.version, by: 0 }]
    operations.set(name, (await run(site, 0)).usage.ops)
  }
  return operations
}

/** A request in the state in which the action can be done. */
const requestFor = (action: string): Request => {
  const at = Date.now()
  const by = { kind: 'officer' as const, personId: 'p-chen', officer: exampleOfficer }
  const submitted = { ...exampleRequest({ reporterId: benchId(0), at }), effects: [] }
  if (!/resolve|confirm/.test(action)) return submitted
  const accepted = acceptRequest(submitted, { by, at, token: tokens.next() }, exampleRules)
  if (action === 'request.resolve') return accepted
  const resolution = { text: '好了', photos: [], manner: 'help' as const }
  return resolveRequest(accepted, { by, at, token: tokens.next() }, resolution, exampleRules)
}
