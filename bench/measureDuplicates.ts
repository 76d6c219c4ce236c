import { cellsAround } from '../domain/duplicates/cells'
import { likeness } from '../domain/duplicates/likeness'
import { reportOf } from '../domain/duplicates/report'
import { policiesFrom } from '../domain/policy/policies'
import { unsettled } from '../domain/request/lifeCycle'
import type { Request } from '../domain/request/request'
import { generateStreet } from '../demo/generateStreet'
import { plantedGroups } from '../demo/requests/planted/planPlanted'
import { type Figure, rounded } from './figure'

const { duplicates: policy } = policiesFrom({}, new Map())

/** As many as the functions look at, of a grid and of each cell. */
const most = 30

/** One request of the street with what is offered for it: open ones it may be the same as, the likeliest first. */
interface Asked {
  request: Request
  offered: { request: Request; score: number }[]
  /** Open ones of its own planted group. */
  truth: Request[]
}

/**
 * How well the same matter is found again on the demo street. For each planted report, in order of time, what was open
 * then is looked for as the functions do: through cell and grid. A report counts as found when the likeliest that is
 * offered is of its group, and as wrong when it is not; one with nothing open of its group should be offered nothing.
 * The threshold (`likely`) was chosen on the groups at even places; the bars are for the others.
 */
export const measureDuplicates = async (): Promise<Figure[]> => {
  const planted = new Map<string, string>()
  const { requests } = generateStreet({
    seed: 1,
    now: Date.UTC(2026, 10, 23, 2),
    pepper: 'bench',
    planted: (id, of) => planted.set(id, of),
  })
  const asked = ask(requests, planted)
  const half = (odd: boolean) =>
    asked.filter(({ request }) => {
      const id = planted.get(request._id)?.split('!')[0]
      return id !== undefined && (plantedGroups.findIndex(group => group.id === id) % 2 === 1) === odd
    })
  const others = asked.filter(({ request }) => !planted.has(request._id))
  const [work, check] = [half(false), half(true)]
  return [
    ...figures('duplicates', check, { precision: 0.9, recall: 0.8 }),
    ...figures('duplicates.work', work, {}),
    {
      name: 'duplicates.others',
      value: rounded(others.filter(({ offered }) => offered.length).length / others.length, 3),
      unit: 'offered',
      against: `${others.length} other reports of the street, some of which are the same by chance`,
    },
  ]
}

const figures = (name: string, part: Asked[], least: { precision?: number; recall?: number }): Figure[] => {
  const first = part.flatMap(({ offered, truth }) => (offered[0] ? [truth.includes(offered[0].request)] : []))
  const known = part.filter(({ truth }) => truth.length)
  const found = known.filter(({ offered, truth }) => offered[0] && truth.includes(offered[0].request))
  const pairs = part.flatMap(({ offered, truth }) => offered.map(({ request }) => truth.includes(request)))
  const truePairs = part.reduce((sum, { truth }) => sum + truth.length, 0)
  const right = pairs.filter(Boolean).length
  const figure = (kind: string, value: number, against: string, bar?: number): Figure => ({
    name: `${name}.${kind}`,
    value: rounded(value, 3),
    unit: 'right',
    against,
    ...(bar !== undefined && { least: bar }),
  })
  const correct = first.filter(Boolean).length
  return [
    figure(
      'precision',
      correct / first.length,
      `${first.length} reports that were offered something`,
      least.precision,
    ),
    figure('recall', found.length / known.length, `${known.length} reports of something known`, least.recall),
    figure('pairs.precision', right / pairs.length, `${pairs.length} offers`),
    figure('pairs.recall', right / truePairs, `${truePairs} pairs`),
  ]
}

/** Asks for every request of the street what was known when it came in. */
const ask = (requests: readonly Request[], planted: ReadonlyMap<string, string>): Asked[] => {
  const before: Request[] = []
  return [...requests]
    .sort((a, b) => a.createdAt - b.createdAt)
    .map(request => {
      const group = planted.get(request._id)
      const open = before.filter(other => isOpenAt(other, request.createdAt)).reverse()
      before.push(request)
      const { point } = request.place
      const near = new Set([
        ...open.filter(({ gridId }) => gridId === request.gridId).slice(0, most),
        ...(point ? cellsAround(point, policy.reach.metres) : []).flatMap(cell =>
          open.filter(other => other.cell === cell).slice(0, most),
        ),
      ])
      return {
        request,
        offered: [...near]
          .map(other => ({ request: other, ...likeness(reportOf(request), reportOf(other), policy) }))
          .filter(({ score }) => score >= policy.likely)
          .sort((a, b) => b.score - a.score),
        truth: open.filter(({ _id }) => group !== undefined && planted.get(_id) === group),
      }
    })
}

/** Whether nobody had said by then that it was done. */
const isOpenAt = ({ events }: Request, at: number): boolean => {
  const status = events.filter(event => event.to !== undefined && event.at <= at).at(-1)?.to
  return unsettled.some(one => one === status)
}
