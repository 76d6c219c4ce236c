import { abandonedRun } from '../../domain/import/moveRun'
import { Redrawn } from '../../domain/import/Redrawn'
import type { Follow, Run } from '../../domain/import/run'
import { isAbandoned } from '../../domain/import/tidyRun'
import { type Active, forgetActive, loadActive } from '../kernel/active'
import { areas } from '../kernel/collections/areas'
import { imports } from '../kernel/collections/imports'
import type { Database } from '../kernel/database'
import { readVersion } from '../kernel/readVersion'
import { update } from '../kernel/save'
import { flipRun } from '../import/flipRun'
import { endUndo } from '../import/endUndo'
import { followCouncils, returnCouncils } from './followCouncils'
import { followHomes, returnHomes } from './followHomes'
import { followRequests } from './followRequests'
import { followTopics } from './followTopics'
import { tidyImport } from './tidyImport'
import { wakeDue } from './wakeDue'

/** What one step of following needs to know. */
export interface Following {
  db: Database
  run: Run
  follow: Follow
  redrawn: Redrawn
  active: Active
  now: number
}

/** How far one batch came: after which key, how many it moved, and whether there is more. */
export interface Followed {
  after: string
  moved: number
  more: boolean
}

const steps: Record<
  Follow['what'],
  { work: (following: Following) => Promise<Followed>; next?: Follow['what'] }
> = {
  requests: { work: followRequests, next: 'returns' },
  returns: { work: returnHomes, next: 'homes' },
  homes: { work: followHomes, next: 'councilReturns' },
  councilReturns: { work: returnCouncils, next: 'councils' },
  councils: { work: followCouncils, next: 'topics' },
  topics: { work: followTopics },
}

/** One import is followed for no longer than this in one run, ms; the next run goes on a minute later. */
const budget = 10_000

/**
 * Takes open requests, households, councils and their open topics along after areas were drawn anew, in batches, each once;
 * ends a switch of versions that broke off, and what nobody came back for; removes files that are done with. Gives how many
 * imports it looked after.
 */
export const followImports = (db: Database, env: string, now: number): Promise<number> =>
  wakeDue(db, imports, now, async id => {
    const run = await db.read(imports, id)
    if (!run) return
    // Everything is written and somebody wanted it: what a call did not come to, is done here.
    if (run.work?.step === 'flip')
      return void (await update(db, imports, run, await flipRun(db, env, run, now)))
    if (run.undoing) return endUndo(db, env, run, run.undoing, now)
    if (run.follow && !run.follow.done) return followRun(db, env, run, now)
    const { retention } = (await loadActive(db, env, now)).policies
    if (isAbandoned(run, now, retention)) return void (await update(db, imports, run, abandonedRun(run, now)))
    return tidyImport(db, run, now, retention)
  })

const followRun = async (db: Database, env: string, run: Run, now: number): Promise<void> => {
  // What this instance remembers may be from before the switch: by that, nothing would have to move.
  forgetActive(env)
  const active = await loadActive(db, env, now)
  if (!run.follow || !active.pointers) return
  const [before, after] = await Promise.all([
    readVersion(db, areas, run.follow.from),
    readVersion(db, areas, active.pointers.areas),
  ])
  const redrawn = new Redrawn(before, after, active.policies.areaKinds)
  const started = Date.now()
  let saved: Run | undefined = run
  while (
    saved?.follow &&
    !saved.follow.done &&
    (saved.wakeAt ?? Infinity) <= now &&
    Date.now() - started < budget
  ) {
    const next = await followOnce({ db, run: saved, follow: saved.follow, redrawn, active, now })
    // Nothing is saved when somebody has undone it meanwhile: that is followed in the next run.
    saved = await update(db, imports, saved, next)
  }
}

/** One batch, and when to go on: at once, or when no instance goes by the old areas any more. */
const followOnce = async (following: Following): Promise<Run> => {
  const { run, follow, now } = following
  const { work, next } = steps[follow.what]
  const { after, moved, more } = await work(following)
  const far = { ...follow, after, moved: follow.moved + moved }
  if (more) return { ...run, follow: far, wakeAt: now }
  if (follow.what === 'requests' && now < follow.until) return { ...run, follow: far, wakeAt: follow.until }
  return next
    ? { ...run, follow: { ...far, what: next, after: '' }, wakeAt: now }
    : { ...run, follow: { ...far, done: true }, wakeAt: now }
}
