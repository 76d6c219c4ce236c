import { loadExamples } from '../../scripts/triage/loadExamples'
import { policiesFrom } from '../policy/policies'
import { lintTriage } from './lintTriage'
import type { TriagePolicy, TriageRule } from './triagePolicy'

const policy = policiesFrom({}, new Map()).triage
const rule: TriageRule = { id: 'b.test', tier: 'B', priority: 40, all: ['甲'], because: '甲' }
const withRules = (...rules: TriageRule[]): TriagePolicy => ({ ...policy, id: 'triage:9', rules })
const texts = ['甲一件', '甲两件', '甲三件']

it('finds no fault with the rules that ship', () => {
  expect(
    lintTriage(
      policy,
      loadExamples().map(({ text }) => text),
    ),
  ).toEqual([])
})

it('finds a rule that its own words cannot reach', () => {
  const faults = lintTriage(withRules({ ...rule, none: '甲' }), texts)
  expect(faults).toContainEqual({ kind: 'unreachable', rule: 'b.test' })
})

it('finds a rule that never matched', () => {
  const faults = lintTriage(withRules(rule, { ...rule, id: 'b.rare', all: ['乙'] }), texts)
  expect(faults).toEqual([{ kind: 'neverMatched', rule: 'b.rare' }])
})

it('finds a rule that another one makes needless', () => {
  const faults = lintTriage(withRules(rule, { ...rule, id: 'b.wide', all: ['甲 乙'], priority: 50 }), texts)
  expect(faults).toContainEqual({ kind: 'overlapping', rule: 'b.test', other: 'b.wide' })
})

it('finds two rules that want another tier for the same words', () => {
  const faults = lintTriage(withRules(rule, { ...rule, id: 'c.test', tier: 'C' }), texts)
  expect(faults).toContainEqual({ kind: 'contradictory', rule: 'b.test', other: 'c.test' })
})

it('finds neither fault where one of the two rules decides and the other is only weighed', () => {
  const stronger = { ...rule, priority: 50, decides: true }
  for (const other of [
    { ...stronger, id: 'b.wide' },
    { ...stronger, id: 'c.test', tier: 'C' as const, priority: rule.priority },
  ])
    expect(lintTriage(withRules(rule, other), texts)).toEqual([])
  const both = [
    { ...rule, decides: true },
    { ...rule, id: 'c.test', tier: 'C' as const, decides: true },
  ]
  expect(lintTriage(withRules(...both), texts)).toContainEqual({
    kind: 'contradictory',
    rule: 'b.test',
    other: 'c.test',
  })
})
