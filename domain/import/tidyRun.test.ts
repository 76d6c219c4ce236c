import fc from 'fast-check'
import { importStates } from '../../contract/importTerms'
import retention from '../policy/retention.json'
import { day } from '../time/china'
import type { Run } from './run'
import { isAbandoned, tidyRun } from './tidyRun'

const since = Date.UTC(2026, 10, 25)
const runs = fc.record({
  state: fc.constantFrom(...importStates),
  source: fc.option(fc.constant('source'), { nil: undefined }),
  report: fc.option(fc.constant('report'), { nil: undefined }),
  waste: fc.option(fc.array(fc.constantFrom('w1', 'w2')), { nil: undefined }),
})
const runOf = (some: object) =>
  ({ events: [{ at: since, by: '', text: '' }], createdAt: since, ...some }) as Run

it('keeps the file while somebody may still need it, and the report until its time, and no longer', () => {
  fc.assert(
    fc.property(runs, fc.integer({ min: 0, max: 40 * day }), (some, later) => {
      const { files, run } = tidyRun(runOf(some), since + later, retention)
      const mayNeed = ['checking', 'ready', 'applying', 'outdated'].includes(some.state)
      expect(run.source).toBe(mayNeed && later < 7 * day ? some.source : undefined)
      expect(run.report).toBe(later < 30 * day ? some.report : undefined)
      expect(new Set([...files, run.source, run.report])).toEqual(
        new Set([some.source, some.report, ...(some.waste ?? []), run.source, run.report]),
      )
      expect(files).not.toContain(undefined)
      expect(run).not.toHaveProperty('waste')
    }),
  )
})

it('wakes whenever something is due, until nothing is left', () => {
  fc.assert(
    fc.property(runs, some => {
      let run = runOf(some)
      let now = since
      const gone: string[] = []
      for (let n = 0; n < 5; n++) {
        const tidied = tidyRun(run, now, retention)
        gone.push(...tidied.files)
        run = tidied.run
        if (run.wakeAt === undefined) break
        expect(run.wakeAt).toBeGreaterThan(now)
        now = run.wakeAt
        if (isAbandoned(run, now, retention)) return
      }
      const all = [some.source, some.report, ...(some.waste ?? [])].filter(file => file !== undefined)
      expect(gone.sort()).toEqual(all.sort())
    }),
  )
})

it('gives up what somebody began and left, and nothing that has ended', () => {
  for (const state of importStates) {
    const is = (later: number) => isAbandoned(runOf({ state }), since + later, retention)
    expect(is(7 * day - 1)).toBe(false)
    expect(is(7 * day)).toBe(state === 'checking' || state === 'applying')
  }
})
