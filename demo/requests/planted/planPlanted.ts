import type { Person } from '../../../domain/account/post'
import { day, hour } from '../../../domain/time/china'
import { onEarth } from '../../geography/earth'
import type { GridGround } from '../../geography/areas'
import type { Random } from '../../random'
import { makeCourse } from '../course'
import type { Planned } from '../planned'
import { homes } from './homes'
import { estates } from './estates'
import type { PlantedGroup, PlantedReport } from './group'
import { roads } from './roads'
import { squares } from './squares'

/** Every planted matter, in an order that stays: those at even places are for choosing, those at odd ones for measuring. */
export const plantedGroups: readonly PlantedGroup[] = [...homes, ...estates, ...roads, ...squares]

/** So many of them have only just come up, and nobody is done with them yet. */
const fresh = 4

const replies = ['收到，我过去看看。', '您好，已经联系了负责的师傅。', '谢谢反映，今天就去现场。']
const done = ['已经弄好了，请您看看。', '现场处理完了，有问题再找我。', '办好了，这几天我再去看一次。']

/**
 * The planted reports, each group in a grid of its own; the grid of the story gets none. What a report is of is in
 * `planted`, which is not stored.
 */
export const planPlanted = (
  random: Random,
  { grids, people, now }: { grids: readonly GridGround[]; people: readonly Person[]; now: number },
): Planned[] => {
  const free = random.shuffled(grids.slice(1))
  return plantedGroups.flatMap((group, n) => {
    const place = free.findIndex(({ blockKind }) => !group.kinds || group.kinds.includes(blockKind))
    const [ground] = place < 0 ? [] : free.splice(place, 1)
    if (!ground) return []
    const last = Math.max(...group.reports.map(({ after }) => after))
    const isFresh = n % Math.ceil(plantedGroups.length / fresh) === 0
    const first = isFresh
      ? now - (last + 2) * hour
      : now - random.integer(6, 60) * day - random.integer(0, 12) * hour
    const around = people.filter(({ homeGridId }) => homeGridId && ground.area._id === homeGridId)
    const reporters = random.shuffled(around.length ? around : people)
    const spot = random.pick(ground.spots)
    const all: [PlantedReport, string][] = [
      ...group.reports.map((report): [PlantedReport, string] => [report, group.id]),
      ...group.decoys.map((decoy, i): [PlantedReport, string] => [decoy, `${group.id}!${i}`]),
    ]
    return all.map(([report, planted], i) => ({
      ...planOne(random, { group, report, ground, spot }),
      reporterId: (reporters[i % reporters.length] as Person)._id,
      at: first + Math.round(report.after * hour),
      ...(isFresh && report.after >= 0 && { stop: random.pick(['submitted', 'accepted'] as const) }),
      planted,
    }))
  })
}

const planOne = (
  random: Random,
  {
    group,
    report,
    ground,
    spot: [x, y],
  }: { group: PlantedGroup; report: PlantedReport; ground: GridGround; spot: readonly [number, number] },
): Omit<Planned, 'reporterId' | 'at'> => {
  const { says, at, off, tile } = report
  const words = [says, random.pick(replies), random.pick(done)] as const
  const matter = {
    tile: group.tile,
    weight: 0,
    manner: group.manner,
    cases: [words],
    left: ['还差一点没弄好。'],
  }
  return {
    grid: ground.area,
    place: {
      ...(off && { point: onEarth(x + off[0], y + off[1]) }),
      ...(at && { address: ground.block.name.replace('街区', '') + at }),
      gridId: ground.area._id,
    },
    matter,
    words,
    ...(tile && { tile }),
    photos: 0,
    ...makeCourse(random, matter),
  }
}
