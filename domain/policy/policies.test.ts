import * as z from '../../contract/zod'
import { areaKinds, postKinds } from './areaSchemas'
import { duplicatePolicy } from './duplicateSchema'
import { builtIn, policiesFrom } from './policies'
import { calendarPolicy, deadlinePolicy, triagePolicy } from './policySchemas'
import { retentionPolicy } from './retentionSchema'

it.each([
  ['triage:1', triagePolicy],
  ['deadline:1', deadlinePolicy],
  ['calendar:1', calendarPolicy],
  ['duplicates:1', duplicatePolicy],
  ['areaKinds:1', areaKinds],
  ['postKinds:1', postKinds],
  ['retention:1', retentionPolicy],
] as const)('%s fits its schema', (id, schema) =>
  expect(z.safeParse(schema as z.ZodMiniType, builtIn[id]).error).toBeUndefined(),
)

const triage = builtIn['triage:1'] as { rules: object[] }
const deadline = builtIn['deadline:1'] as { tiers: object }
const calendar = builtIn['calendar:1'] as object
const clock = (workingDays: number, steps: object[] = [{ share: 1, tell: ['street'] }]) => ({
  length: { workingDays },
  steps,
})
const kinds = builtIn['areaKinds:1'] as { trees: object[]; kinds: object[] }
const posts = builtIn['postKinds:1'] as { kinds: object[] }
const publish = (kind: string, policy: unknown) =>
  policiesFrom({ [kind]: `${kind}:2` }, new Map([[`${kind}:2`, policy]]))

it('takes a published policy before the built-in one', () => {
  const policies = publish('deadline', { ...deadline, id: 'deadline:2', objection: clock(2) })
  expect(policies.deadline).toMatchObject({
    id: 'deadline:2',
    objection: { length: { workingDays: 2 } },
  })
  expect(policies.triage.id).toBe('triage:1')
})

it('never decides under another policy than the active one', () => {
  expect(() => policiesFrom({ triage: 'triage:9' }, new Map())).toThrow('triage:9')
})

const rule = { id: 'a.test', tier: 'A', priority: 1, all: ['火'], danger: true, because: '火' }

it.each([
  ['deadline', { ...deadline, objection: clock(1, [{ share: 0.8, tell: ['street'] }]) }, '到期的那一刻'],
  ['deadline', { ...deadline, objection: clock(1, [{ share: 1, tell: [] }]) }, 'objection.steps.0'],
  ['deadline', { ...deadline, objection: clock(0) }, 'objection.length'],
  [
    'deadline',
    {
      ...deadline,
      objection: clock(1, [
        { minutes: 5, tell: ['street'] },
        { share: 1, tell: ['street'] },
      ]),
    },
    '按分钟提醒的，时长也要按分钟',
  ],
  ['deadline', { ...deadline, tiers: {} }, 'tiers.A'],
  ['calendar', { ...calendar, hours: [[1080, 510]] }, 'hours'],
  ['calendar', { ...calendar, years: { 2027: { off: ['13-01'], work: [] } } }, 'years.2027.off.0'],
  [
    'areaKinds',
    { ...kinds, kinds: [{ id: 'grid', words: '网格', tree: 'nowhere' }] },
    'a tree that is there',
  ],
  ['areaKinds', { ...kinds, trees: [{ id: 'grid', words: '网格' }] }, 'one main tree'],
  ['areaKinds', { ...kinds, kinds: kinds.kinds.slice(0, 1) }, 'people to live in'],
  ['areaKinds', { ...kinds, kinds: [kinds.kinds[0], kinds.kinds[0]] }, 'id of its own'],
  [
    'postKinds',
    { ...posts, kinds: [{ id: 'fly', words: 'x', permissions: ['fly'] }] },
    'kinds.0.permissions.0',
  ],
  ['postKinds', { ...posts, kinds: [{ id: 'idle', words: '网格员', permissions: [] }] }, 'request.handle'],
  ['triage', { ...triage, rules: [{ ...rule, tier: 'B' }] }, '急事就是危险'],
  ['triage', { ...triage, rules: [rule, rule] }, '编号一样'],
  ['triage', { ...triage, rules: [{ ...rule, all: ['{nowhere}火'] }] }, '{nowhere}'],
  ['triage', { ...triage, rules: [{ ...rule, all: [' '] }] }, 'rules.0.all.0'],
])('refuses a %s policy that would do harm: %#', (kind, policy, fault) =>
  expect(() => publish(kind, policy)).toThrow(fault),
)
