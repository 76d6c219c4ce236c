import { tiers } from '../../../contract/tiers'
import type { ClockRule, DeadlinePolicy } from '../../../domain/deadline/deadlinePolicy'
import deadline from '../../../domain/policy/deadline.json'
import { readPolicy } from '../../../domain/policy/readPolicy'
import { clocksOf, freshClocks, freshExtension, freshPause, freshSuspension } from './clockForms'
import { spokenSteps, stepsOf, whenWords } from './steps'

const policy = deadline as unknown as DeadlinePolicy
const rules = tiers.flatMap(tier =>
  clocksOf(tier, policy.tiers[tier]).flatMap(key => policy.tiers[tier][key] ?? []),
)

it('says every clock that ships and stores it again as it was', () => {
  for (const rule of rules) expect(stepsOf(spokenSteps(rule), rule.length)).toEqual(rule.steps)
})

it('stores warnings in the order in which they come, whatever the order they were written in', () => {
  const rule = { length: { minutes: 100 }, steps: [] } satisfies ClockRule
  const tell = ['handler'] as const
  expect(
    stepsOf(
      [
        { due: true, tell },
        { percent: 150, tell },
        { minute: 20, tell },
      ],
      rule.length,
    ),
  ).toEqual([
    { minutes: 20, tell },
    { share: 1, tell },
    { share: 1.5, tell },
  ])
})

it('says when a clock speaks', () => {
  const tell = ['street'] as const
  expect(
    [
      { due: true as const, tell },
      { percent: 80, tell },
      { minute: 10, tell },
    ].map(whenWords),
  ).toEqual(['到期时', '走到 80% 时', '第 10 分钟'])
})

it('adds only what may be published', () => {
  const all = { ...freshClocks, extension: freshExtension, pause: freshPause, suspension: freshSuspension }
  const body = { ...policy, tiers: { ...policy.tiers, B: { ...policy.tiers.B, ...all } } }
  expect(readPolicy('deadline', JSON.stringify(body), 'deadline:9')).toEqual({ ...body, id: 'deadline:9' })
})
