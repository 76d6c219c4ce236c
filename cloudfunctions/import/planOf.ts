import type { ImportFault, ImportRow } from '../../contract/importReport'
import { AreaIndex } from '../../domain/area/AreaIndex'
import type { Area } from '../../domain/area/area'
import { areaKind } from '../../domain/area/areaKinds'
import { lowestShapes } from '../../domain/area/lowestShapes'
import { packAreas } from '../../domain/area/packAreas'
import { planAreas } from '../../domain/import/areas/planAreas'
import { planOfficers } from '../../domain/import/officers/planOfficers'
import { planPlaces } from '../../domain/import/places/planPlaces'
import type { Base, Run } from '../../domain/import/run'
import type { Sheet } from '../../domain/import/sheet'
import { inVersion, type Versioned } from '../../domain/version/versioned'
import type { Call } from '../kernel/call'
import { cloud } from '../kernel/cloud'
import { areas } from '../kernel/collections/areas'
import type { Collection } from '../kernel/collections/collection'
import { officers } from '../kernel/collections/officers'
import { places } from '../kernel/collections/places'
import { posts } from '../kernel/collections/posts'
import type { Database } from '../kernel/database'
import { readVersion } from '../kernel/readVersion'
import { insertAll } from '../kernel/save'
import { readFile } from './files/readFile'
import { Unreadable } from './files/Unreadable'

/** A run whose file and base are settled. */
export type Checked = Run & { base: Base; source: string }

/** What a file would make of what was in force when it was checked. */
export interface Plan {
  rows: ImportRow[]
  faults: ImportFault[]
  /** Of an import of areas: before, after, and which of them the file names. */
  areas?: { before: Area[]; after: Area[]; named: ReadonlySet<string> }
  /** Documents of the next version. */
  documents: number
  /** Writes some of them, from the n-th on, under a version; those already there are left. */
  write: (db: Database, version: number, from: number, count: number) => Promise<void>
}

/**
 * The plan of a run. It follows from the file, the version it is held against and the instant of the check, so nothing of
 * it is stored: private phones stay in the file and in `officers`. A warm instance remembers the last ones; after a kill
 * it is worked out again. Throws `Unreadable`.
 */
export const planOf = (call: Call, run: Checked): Promise<Plan> => {
  const key = `${call.env} ${run._id} ${run.checkedAt} ${JSON.stringify(run.base)}`
  const plan = held.get(key) ?? makePlan(call, run)
  held.delete(key)
  held.set(key, plan)
  if (held.size > heldMost) held.delete(held.keys().next().value as string)
  plan.catch(() => held.delete(key))
  return plan
}

const held = new Map<string, Promise<Plan>>()
const heldMost = 2

const makePlan = async (call: Call, run: Checked): Promise<Plan> => {
  const { fileContent } = await cloud.downloadFile({ fileID: run.source })
  const sheet = await readFile(run.kind, fileContent, run.source.split('.').at(-1) ?? '')
  return plans[run.kind](call, run, sheet)
}

const plans: Record<Run['kind'], (call: Call, run: Checked, sheet: Sheet) => Promise<Plan>> = {
  areas: async ({ db, active }, run, sheet) => {
    const { policies } = await active()
    const [before, postsNow, placesNow] = await Promise.all([
      readVersion(db, areas, run.base.areas),
      readVersion(db, posts, run.base.roster),
      readVersion(db, places, run.base.places),
    ])
    const plan = planAreas({
      ...run,
      sheet,
      base: before,
      posts: postsNow,
      places: placesNow,
      kinds: policies.areaKinds,
      scope: scopeIn(before, run),
      now: run.checkedAt,
    })
    return {
      rows: plan.rows,
      faults: plan.faults,
      areas: { before, after: plan.next, named: plan.named },
      ...written(part(areas, plan.next)),
    }
  },
  officers: async ({ db, active }, run, sheet) => {
    const { policies } = await active()
    const { areaKinds, postKinds } = policies
    const [areasNow, postsNow, officersNow] = await Promise.all([
      readVersion(db, areas, run.base.areas, { without: ['boundary'] }),
      readVersion(db, posts, run.base.roster),
      readVersion(db, officers, run.base.roster),
    ])
    const plan = planOfficers({
      sheet,
      posts: postsNow,
      officers: officersNow,
      areas: areasNow,
      kinds: postKinds,
      needsOfficer: ({ kind }) => {
        const spec = areaKind(areaKinds, kind)
        return spec?.home === true || spec?.ground === false
      },
      scope: scopeIn(areasNow, run),
      missing: run.missing,
      runId: run._id,
      now: run.checkedAt,
    })
    return {
      rows: plan.rows,
      faults: plan.faults,
      ...written(part(posts, plan.posts), part(officers, plan.officers)),
    }
  },
  places: async ({ db, active }, run, sheet) => {
    const { policies } = await active()
    const [areasNow, placesNow] = await Promise.all([
      readVersion(db, areas, run.base.areas),
      readVersion(db, places, run.base.places),
    ])
    const index = AreaIndex.from(packAreas(lowestShapes(areasNow)))
    const plan = planPlaces({
      sheet,
      places: placesNow,
      areas: areasNow,
      isHome: ({ kind }) => areaKind(policies.areaKinds, kind)?.home === true,
      locate: point => index.locate(point),
      scope: scopeIn(areasNow, run),
      coordinates: run.coordinates,
      missing: run.missing,
    })
    return { rows: plan.rows, faults: plan.faults, ...written(part(places, plan.next)) }
  },
}

const scopeIn = <T extends { _id: string }>(areasNow: readonly T[], { areaId }: Run): T => {
  const scope = areasNow.find(({ _id }) => _id === areaId)
  if (!scope) throw new Unreadable('这次导入所属的区域已经撤销了。请重新上传，选择现在的区域。')
  return scope
}

type Part = [collection: Collection<{ _id: string }>, items: readonly { _id: string }[]]

const part = <T extends { _id: string }>(collection: Collection<Versioned<T>>, items: readonly T[]): Part => [
  collection as unknown as Collection,
  items,
]

/** How the next version is written: everything in one order, so that a number says how far it is. */
const written = (...parts: Part[]): Pick<Plan, 'documents' | 'write'> => {
  const all = parts.flatMap(([collection, items]) => items.map(item => ({ collection, item })))
  return {
    documents: all.length,
    write: async (db, version, from, count) => {
      const some = all.slice(from, from + count)
      for (const collection of new Set(some.map(one => one.collection))) {
        const documents = some
          .filter(one => one.collection === collection)
          .map(({ item }) => inVersion(item, version))
        await insertAll(db, collection as unknown as Collection, documents)
      }
    },
  }
}
