import { documentId } from '../../domain/id/documentId'
import { type Active, loadActive } from '../kernel/active'
import {
  areaLacks,
  closedGap,
  type Gap,
  gatherLacks,
  type Lack,
  lackKey,
  openedGap,
  type Reach,
  reachBy,
  requestLack,
  taskFor,
} from '../../domain/roster/gap'
import { newNight, type Night, nightOf } from '../../domain/roster/night'
import { gaps } from '../kernel/collections/gaps'
import { nights } from '../kernel/collections/nights'
import { officers } from '../kernel/collections/officers'
import { requests } from '../kernel/collections/requests'
import { type Database, _ } from '../kernel/database'
import { readVersion } from '../kernel/readVersion'
import { insert, update } from '../kernel/save'
import { tellStaff } from '../roster/tellStaff'

const pageSize = 1000
/** Pages of open requests that one run reads. */
const pagesMost = 10
/** Gaps that one run opens or closes. */
const settledMost = 100

// Nights that this instance knows to be done, by environment: the minutes of a day cost no reading.
const done = new Map<string, string>()

/**
 * Once a night: does every area have the officer its kind needs, and every open request somebody who is there? A task is
 * opened for each lack that is new and closed for each that is mended. One run does a part; what overlaps finds the same
 * and writes it once. Gives how many gaps it opened or closed.
 */
export const checkLiving = async (db: Database, env: string, now: number): Promise<number> => {
  const id = nightOf(now)
  if (id === undefined || done.get(env) === id) return 0
  let night = await db.read(nights, id)
  if (!night) {
    await insert(db, nights, newNight(id))
    night = (await db.read(nights, id)) ?? newNight(id)
  }
  if (night.stage === 'done') {
    done.set(env, id)
    return 0
  }
  const active = await loadActive(db, env, now)
  const reach = await reachOf(db, active)
  const read = night.stage === 'reading' ? await readOn(db, active, night, now, reach) : night
  const { settled, left } =
    read.stage === 'settling' ? await settle(db, active, read, now, reach) : { settled: 0, left: true }
  await update(db, nights, night, left ? read : { ...read, stage: 'done', lacks: [] })
  return settled
}

/** Private phones are not in memory; whoever has one can be called by those in charge. */
const reachOf = async (db: Database, { pointers }: Active): Promise<Reach> => {
  const staff = pointers ? await readVersion(db, officers, pointers.roster) : []
  return reachBy(new Set(staff.flatMap(({ _id, privatePhone }) => (privatePhone ? [_id] : []))))
}

const readOn = async (
  db: Database,
  { street }: Active,
  before: Night,
  now: number,
  reach: Reach,
): Promise<Night> => {
  let night = before
  for (let pages = 0; pages < pagesMost; pages++) {
    const root = street.children()[night.root]
    if (!root) return { ...night, stage: 'settling' }
    const page = await db.find(requests, {
      where: { areaIds: root._id, mineOpenKey: _.gt(night.cursor) },
      order: ['mineOpenKey', '1'],
      limit: pageSize,
      fields: ['_id', 'areaIds', 'assignee', 'mineOpenKey'],
    })
    const lacks = page.flatMap(request => requestLack(street, request, now, reach) ?? [])
    const isLast = page.length < pageSize
    night = {
      ...night,
      requests: night.requests + page.length,
      lacks: gatherLacks([...night.lacks, ...lacks]),
      root: night.root + (isLast ? 1 : 0),
      cursor: isLast ? '' : (page.at(-1)?.mineOpenKey ?? ''),
    }
  }
  return night
}

const settle = async (db: Database, { street }: Active, night: Night, now: number, reach: Reach) => {
  const lacks = new Map([...areaLacks(street, now, reach), ...night.lacks].map(lack => [lackKey(lack), lack]))
  const open = await openGaps(db)
  const known = new Set(open.map(lackKey))
  const work: (() => Promise<void>)[] = [
    ...[...lacks]
      .filter(([key]) => !known.has(key))
      .map(
        ([, lack]) =>
          () =>
            openGap(db, street, lack, now),
      ),
    ...open.filter(gap => !lacks.has(lackKey(gap))).map(gap => () => closeGap(db, gap, now)),
  ]
  const part = work.slice(0, settledMost)
  for (const one of part) await one()
  return { settled: part.length, left: work.length > part.length }
}

const openGaps = async (db: Database): Promise<Gap[]> => {
  const all: Gap[] = []
  for (let last = ''; ;) {
    const page = await db.find(gaps, {
      where: { openKey: _.gt(last) },
      order: ['openKey', '1'],
      limit: pageSize,
    })
    all.push(...page)
    if (page.length < pageSize) return all
    last = page.at(-1)?.openKey ?? last
  }
}

/** Told first and written then: the line has its id from the gap, so that a run that breaks off between tells nobody twice. */
const openGap = async (db: Database, street: Active['street'], lack: Lack, now: number) => {
  const id = documentId('g', lackKey(lack))
  const known = await db.read(gaps, id)
  const task = taskFor(street, lack, now)
  const gap = openedGap(known, id, lack, task, now)
  if (gap === known) return
  await tellStaff({ db, now }, { id, n: gap.version }, [
    { personId: task?.personId, text: gapWords(street, lack) },
  ])
  if (known) await update(db, gaps, known, gap)
  else await insert(db, gaps, gap)
}

const closeGap = async (db: Database, gap: Gap, now: number) => {
  const closed = closedGap(gap, now)
  if (closed !== gap) await update(db, gaps, gap, closed)
}

const gapWords = (street: Active['street'], { kind, areaId, officer, count }: Lack): string => {
  const area = street.area(areaId)?.name ?? '有一片'
  if (kind === 'area') return `${area}现在没有人管，请安排`
  return officer
    ? `${officer.name}不在岗，${area}有${count ?? 1}件没办完的事要人接`
    : `${area}有${count ?? 1}件事还没有人接，请安排`
}
