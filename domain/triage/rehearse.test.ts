import { loadExamples } from '../../scripts/triage/loadExamples'
import { policiesFrom } from '../policy/policies'
import { rehearse } from './rehearse'
import type { TriagePolicy } from './triagePolicy'

const policy = policiesFrom({}, new Map()).triage
const messages = loadExamples()
  .slice(0, 200)
  .map(({ text }, n) => ({ id: `r-${n}`, text, photos: 0 }))

it('changes nothing when the draft is the policy in force', () => {
  expect(rehearse(messages, policy, { ...policy, id: 'triage:2' })).toEqual({
    messages: 200,
    tiers: {},
    differ: { tier: 0, sure: 0, category: 0, type: 0, route: 0 },
    lostDangers: 0,
    changes: [],
  })
})

it('lists and counts every danger that a careless draft would no longer see', () => {
  const draft: TriagePolicy = {
    ...policy,
    id: 'triage:2',
    model: { ...policy.model, danger: 99, outweighed: 99, calmed: 99 },
  }
  const { lostDangers, tiers, differ, changes } = rehearse(messages, policy, draft)
  expect(lostDangers).toBeGreaterThan(20)
  expect(changes.filter(({ before, after }) => before.tier === 'A' && after.tier !== 'A')).toHaveLength(
    lostDangers,
  )
  expect(Object.values(tiers).reduce((sum, n) => sum + n, 0)).toBe(differ.tier)
  expect(Object.keys(tiers).every(way => way.startsWith('A>'))).toBe(true)
})
