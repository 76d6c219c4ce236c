import fc from 'fast-check'
import { importKinds, type ImportKind } from '../../contract/importTerms'
import type { Pointers } from '../policy/pointers'
import { keptVersions, pointerOf } from './keptVersions'
import type { Run } from './run'

// A street as a model: which versions are stored, what is in force, and everything that can happen to it.
class World {
  now = Date.UTC(2026, 10, 25)
  stored = { areas: new Set([1]), roster: new Set([1]), places: new Set([1]) }
  is: Pointers = { _id: 'active', v: 2, areas: 1, roster: 1, places: 1, touched: 0, policies: {} }
  runs: Run[] = []

  constructor(private readonly undoable: number) {}

  begin(kind: ImportKind) {
    const base = { areas: this.is.areas, roster: this.is.roster, places: this.is.places, touched: 0 }
    this.runs.push({ _id: `m${this.runs.length}`, kind, state: 'checking', base, createdAt: this.now } as Run)
    this.to(this.runs.length - 1, 'checking')
  }
  /** Somebody wants it in force: it has no number yet. */
  apply(n: number) {
    if (this.runs[n]?.state === 'checking') this.to(n, 'applying')
  }
  claim(n: number) {
    const run = this.runs[n]
    if (run?.state !== 'applying' || run.target !== undefined) return
    if (!this.isBase(run)) return this.to(n, 'outdated')
    const next = (this.is.lastVersion ?? 1) + 1
    this.is = { ...this.is, lastVersion: next }
    this.runs[n] = { ...run, target: next }
  }
  write(n: number) {
    const { state, target, kind } = this.runs[n] ?? {}
    if (state === 'applying' && kind && target !== undefined) this.stored[pointerOf[kind]].add(target)
  }
  flip(n: number) {
    const run = this.runs[n]
    if (run?.state !== 'applying' || !this.stored[pointerOf[run.kind]].has(run.target ?? -1)) return
    if (!this.isBase(run)) return this.to(n, 'outdated')
    this.is = { ...this.is, [pointerOf[run.kind]]: run.target }
    this.to(n, 'applied')
    if (run.kind === 'areas') this.follow(n, run.base?.areas ?? 0)
  }
  undo(n: number) {
    const run = this.runs[n]
    if (!run || !this.mayUndo(run)) return
    this.is = { ...this.is, [pointerOf[run.kind]]: run.base?.[pointerOf[run.kind]] }
    this.to(n, 'undone')
    if (run.kind === 'areas') this.follow(n, run.target ?? 0)
  }
  /** Switched back, and cut off before anybody noted it. */
  cutUndo(n: number) {
    const run = this.runs[n]
    if (!run || !this.mayUndo(run)) return
    this.is = { ...this.is, [pointerOf[run.kind]]: run.base?.[pointerOf[run.kind]] }
    this.runs[n] = { ...run, undoing: { at: this.now, by: '', text: '' } }
  }
  endUndo(n: number) {
    const run = this.runs[n]
    if (!run?.undoing) return
    const { undoing: _undoing, ...ended } = run
    this.runs[n] = ended
    this.to(n, 'undone')
    if (run.kind === 'areas') this.follow(n, run.target ?? 0)
  }
  followed(n: number) {
    const run = this.runs[n]
    if (run?.follow) this.runs[n] = { ...run, follow: { ...run.follow, done: true } }
  }
  wait() {
    this.now += 11 * 60_000
  }
  clear() {
    const known = {
      pointers: this.is,
      alive: this.runs,
      broughtBy: (version: number) => this.runs.find(({ target }) => target === version),
      retention: { undoable: this.undoable },
      now: this.now,
    }
    const { kept, upTo, beyond, unsure } = keptVersions(known)
    this.runs = this.runs.map(run => (beyond.includes(run) ? { ...run, final: true } : run))
    if (unsure) return
    for (const which of Object.values(pointerOf)) {
      for (const version of this.stored[which]) {
        if (version <= upTo && !kept[which].has(version)) this.stored[which].delete(version)
      }
    }
  }

  mayUndo({ kind, state, target, final }: Run) {
    return state === 'applied' && !final && this.is[pointerOf[kind]] === target
  }

  /** What must be there: in force, able to come back, compared with, being written, or still followed. */
  needed(): [which: keyof World['stored'], version: number][] {
    const all: [keyof World['stored'], number][] = Object.values(pointerOf).map(which => [
      which,
      this.is[which],
    ])
    for (const { kind, state, base, target, follow, final, undoing } of this.runs) {
      const which = pointerOf[kind]
      if (state === 'checking' && base) Object.values(pointerOf).forEach(each => all.push([each, base[each]]))
      if (follow && !follow.done) all.push(['areas', follow.from])
      // What went by the version that is taken back has to be found again.
      if (undoing && target !== undefined) all.push([which, target])
      // Applied and not final: undone in turn, it puts its base back.
      if (state === 'applied' && !final && base && this.reaches(which, target)) all.push([which, base[which]])
    }
    return all
  }

  /** Whether a version comes into force by undoing what can be undone, one after another. */
  private reaches(which: keyof World['stored'], wanted: number | undefined): boolean {
    for (let version: number | undefined = this.is[which]; version !== undefined;) {
      if (version === wanted) return true
      const run = this.runs.find(
        ({ target, state, final }) => target === version && state === 'applied' && !final,
      )
      version = run?.base?.[which]
    }
    return false
  }

  private isBase({ base }: Run) {
    return Object.values(pointerOf).every(which => base?.[which] === this.is[which])
  }
  private follow(n: number, from: number) {
    const run = this.runs[n]
    if (run) this.runs[n] = { ...run, follow: { from, done: false } as Run['follow'] & object }
  }
  private to(n: number, state: Run['state']) {
    const run = this.runs[n]
    if (run) this.runs[n] = { ...run, state, events: [{ at: this.now, by: '', text: '' }] }
  }
}

const nth = fc.nat({ max: 7 })
const steps = ['apply', 'claim', 'write', 'flip', 'undo', 'cutUndo', 'endUndo', 'followed'] as const
const happening = fc.oneof(
  fc.constantFrom(...importKinds).map(kind => (world: World) => world.begin(kind)),
  fc.tuple(fc.constantFrom(...steps), nth).map(
    ([step, n]) =>
      (world: World) =>
        world[step](n),
  ),
  // A whole import from the beginning to the end, or there would hardly ever be one.
  fc.constantFrom(...importKinds).map(kind => (world: World) => {
    world.begin(kind)
    const n = world.runs.length - 1
    for (const step of ['apply', 'claim', 'write', 'flip', 'followed'] as const) world[step](n)
  }),
  fc.constantFrom('wait', 'clear', 'clear').map(step => (world: World) => world[step as 'wait' | 'clear']()),
)

it('never removes what is in force, can be put back, is compared with, written or followed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }),
      fc.array(happening, { maxLength: 60 }),
      (undoable, happenings) => {
        const world = new World(undoable)
        for (const happen of happenings) {
          happen(world)
          for (const [which, version] of world.needed()) expect(world.stored[which]).toContain(version)
        }
      },
    ),
    { numRuns: 200 },
  )
})

it('keeps no more than what is in force and what can be put back, once nothing is at work', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }),
      fc.array(happening, { maxLength: 60 }),
      (undoable, happenings) => {
        const world = new World(undoable)
        happenings.forEach(happen => happen(world))
        world.runs.forEach((_, n) => world.followed(n))
        world.runs = world.runs.filter(({ state }) => state !== 'checking' && state !== 'applying')
        world.wait()
        world.clear()
        world.clear()
        for (const which of Object.values(pointerOf)) {
          expect(world.stored[which].size).toBeLessThanOrEqual(undoable + 1)
        }
      },
    ),
  )
})

it('leaves everything while a run may be about to write under a number nobody knows yet', () => {
  const world = new World(1)
  for (let n = 0; n < 3; n++) {
    world.begin('places')
    for (const step of ['apply', 'claim', 'write', 'flip'] as const) world[step](n)
  }
  world.begin('officers')
  world.apply(3)
  world.wait()
  world.clear()
  world.clear()
  expect([...world.stored.places]).toEqual([1, 2, 3, 4])
})
