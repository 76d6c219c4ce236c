import type { ImportKind } from '../../contract/importTerms'
import type { Pointers } from '../policy/pointers'
import type { Retention } from './retention'
import type { Run } from './run'

/** Which pointer an import of a kind flips. */
export const pointerOf = { areas: 'areas', officers: 'roster', places: 'places' } as const
type Which = (typeof pointerOf)[ImportKind]

/** Instances go by what was in force for a minute after a switch, and calls end within one more, ms. */
const stillRead = 10 * 60_000

export interface Kept {
  /** Versions that must stay, by pointer. */
  kept: Record<Which, ReadonlySet<number>>
  /** Nothing above this number may be touched: it may just be claimed. */
  upTo: number
  /** Applied runs that are beyond what can be put back, and do not know yet. */
  beyond: Run[]
  /** A run may be about to write under a number that nobody knows yet: nothing may be touched now. */
  unsure: boolean
}

interface Known {
  /** Read before the runs. */
  pointers: Pointers
  /** Runs that are being checked, applied, undone or followed, or were switched a moment ago. */
  alive: readonly Run[]
  /** The applied run that brought a version. */
  broughtBy: (version: number) => Run | undefined
  retention: Pick<Retention, 'undoable'>
  /** ms */
  now: number
}

/**
 * The versions that are in force, can be put back, are being written, or are still looked at. What is not among them and
 * not above `upTo` is nobody's any more. A version that can be put back is given up in two steps, far enough apart that no
 * call still believes in it: first its run is told (`beyond`), then its documents go.
 */
export const keptVersions = ({ pointers, alive, broughtBy, retention, now }: Known): Kept => {
  const kept = { areas: new Set<number>(), roster: new Set<number>(), places: new Set<number>() }
  const beyond: Run[] = []
  for (const kind of Object.keys(pointerOf) as ImportKind[]) {
    const which = pointerOf[kind]
    let version: number | undefined = pointers[which]
    for (let back = 0; version !== undefined; back++) {
      kept[which].add(version)
      const run = broughtBy(version)
      const isIts = run?.kind === kind && run.state === 'applied' && !run.final
      if (isIts && back >= retention.undoable) {
        beyond.push(run)
        // Until its run has been told, what it would put back stays.
        kept[which].add(run.base?.[which] ?? version)
      }
      version = isIts && back < retention.undoable ? run.base?.[which] : undefined
    }
  }
  let unsure = false
  for (const run of alive) {
    const { kind, state, target, base, follow, undoing, events, createdAt } = run
    const isAtWork = state === 'checking' || state === 'applying' || undoing !== undefined
    const isRecent = now - (events.at(-1)?.at ?? createdAt) < stillRead
    if (state === 'applying' && target === undefined) unsure = true
    if (base && (isAtWork || isRecent)) {
      for (const which of Object.values(pointerOf)) kept[which].add(base[which])
    }
    if (target !== undefined && (isAtWork || isRecent)) kept[pointerOf[kind]].add(target)
    if (follow && !follow.done) {
      kept.areas.add(follow.from)
      if (target !== undefined) kept.areas.add(target)
    }
  }
  const upTo = pointers.lastVersion ?? Math.max(pointers.areas, pointers.roster, pointers.places)
  return { kept, upTo, beyond, unsure }
}
