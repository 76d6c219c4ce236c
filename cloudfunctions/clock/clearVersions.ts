import { keptVersions, pointerOf } from '../../domain/import/keptVersions'
import { clearingEvery as rest } from '../../domain/import/retention'
import type { Run } from '../../domain/import/run'
import { minute } from '../../domain/time/china'
import type { Versioned } from '../../domain/version/versioned'
import { loadActive } from '../kernel/active'
import { cloud } from '../kernel/cloud'
import { areas } from '../kernel/collections/areas'
import type { Collection } from '../kernel/collections/collection'
import { imports } from '../kernel/collections/imports'
import { officers } from '../kernel/collections/officers'
import { places } from '../kernel/collections/places'
import { pointers } from '../kernel/collections/pointers'
import { posts } from '../kernel/collections/posts'
import { type Database, _ } from '../kernel/database'
import { removeAll, setFields, update } from '../kernel/save'

/** Documents removed in one operation. */
const batch = 200
/** One run removes for no longer than this, ms; the next one goes on a minute later. */
const budget = 8_000
const runsMost = 1000

// When this instance looks again, by environment: the other minutes of the day cost no reading.
const lookAt = new Map<string, number>()

/**
 * Removes versions of areas, posts, officers and places that are not in force and can no longer be put back, with their
 * published outlines, in small steps. Gives how many documents it removed.
 */
export const clearVersions = async (db: Database, env: string, now: number): Promise<number> => {
  const next = lookAt.get(env) ?? 0
  // A test turns the clock back as well.
  if (now < next && next - now <= rest) return 0
  const { removed, more } = await clear(db, env, now)
  lookAt.set(env, now + (more ? minute / 2 : rest))
  // For the screen that says how long what is kept.
  if (!more) await setFields(db, pointers, 'active', { clearedAt: now })
  return removed
}

const clear = async (db: Database, env: string, now: number) => {
  // The pointer first: whatever is claimed after it is above `upTo`.
  const is = await db.read(pointers, 'active')
  if (!is) return { removed: 0, more: false }
  const alive = await db.find(imports, {
    where: { wakeAt: _.gt(0) },
    order: ['wakeAt', '1'],
    limit: runsMost,
    fields: ['kind', 'state', 'target', 'base', 'follow', 'undoing', 'events', 'createdAt'],
  })
  const { policies } = await loadActive(db, env, now)
  const brought = await chains(db, [is.areas, is.roster, is.places], policies.retention.undoable)
  const { kept, upTo, beyond, unsure } = keptVersions({
    pointers: is,
    alive,
    broughtBy: version => brought.get(version),
    retention: policies.retention,
    now,
  })
  // Their screens offer no undoing from now on; what they would have put back goes with a later run.
  for (const run of beyond) await update(db, imports, run, { ...run, final: true, wakeAt: now })
  if (unsure || alive.length === runsMost) return { removed: 0, more: beyond.length > 0 }
  const until = Date.now() + budget
  const fileIdOf = (version: number) => is.shapes?.fileId.replace(/areas\/\d+\.bin$/, `areas/${version}.bin`)
  let removed = 0
  let more = beyond.length > 0
  for (const [collection, versions] of [
    [areas, kept.areas],
    [posts, kept.roster],
    [officers, kept.roster],
    [places, kept.places],
  ] as [Collection<Versioned<{ _id: string }>>, ReadonlySet<number>][]) {
    for (const [after, before] of gapsBetween(versions, upTo)) {
      for (;;) {
        if (Date.now() > until) return { removed, more: true }
        const found = await db.find(collection, {
          where: { version: _.gt(after).and(_.lt(before)) },
          order: ['version', '1'],
          limit: batch,
          fields: ['_id', 'version'],
        })
        if (!found.length) break
        const outlines = [...new Set(found.map(({ version }) => version))].flatMap(one => fileIdOf(one) ?? [])
        if (collection.name === areas.name && outlines.length) await cloud.deleteFile({ fileList: outlines })
        removed += await removeAll(
          db,
          collection,
          found.map(({ _id }) => _id),
        )
        more = true
      }
    }
  }
  return { removed, more }
}

/** The applied runs that brought these versions, and those before them as far as they may be asked for. */
const chains = async (db: Database, versions: readonly number[], undoable: number) => {
  const brought = new Map<number, Run>()
  for (const start of versions) {
    let version: number | undefined = start
    for (let back = 0; version !== undefined && back <= undoable; back++) {
      const [run]: Run[] = await db.find(imports, { where: { target: version }, limit: 1 })
      if (run) brought.set(version, run)
      version = run?.base?.[pointerOf[run.kind]]
    }
  }
  return brought
}

/** The stretches of numbers up to a last one in which nothing is kept, by what lies around them. */
const gapsBetween = (kept: ReadonlySet<number>, upTo: number): [after: number, before: number][] => {
  const marks = [...[...kept].filter(version => version <= upTo).sort((a, b) => a - b), upTo + 1]
  return marks.flatMap((mark, n): [number, number][] => {
    const after = n === 0 ? -1 : (marks[n - 1] as number)
    return mark - after > 1 ? [[after, mark]] : []
  })
}
