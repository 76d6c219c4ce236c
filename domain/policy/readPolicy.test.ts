import fc from 'fast-check'
import type { PolicyKind } from '../../contract/policy'
import { Refusal } from '../../contract/refusal'
import { tiers } from '../../contract/tiers'
import deadline from './deadline.json'
import { builtIn } from './policies'
import { readPolicy } from './readPolicy'

const refusalOf = (kind: PolicyKind, body: unknown): Refusal => {
  try {
    readPolicy(kind, typeof body === 'string' ? body : JSON.stringify(body), `${kind}:9`)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('it was taken')
}

it.each(['triage:1', 'tiers:1', 'tiers:2', 'deadline:1', 'calendar:1'])(
  'takes %s as it is written, under its new number',
  id => {
    const kind = id.split(':')[0] as PolicyKind
    const body = builtIn[id] as object
    expect(readPolicy(kind, JSON.stringify(body), `${kind}:9`)).toEqual(
      // A calendar has no number of its own: it is merged into none.
      kind === 'calendar' ? body : { ...body, id: `${kind}:9` },
    )
  },
)

it('names the clock that has no length, whichever it is', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...tiers),
      fc.constantFrom('accept' as const, 'reply' as const, 'resolve' as const, 'confirm' as const),
      fc.constantFrom({}, { minutes: 0 }, { days: -1 }, { workingDays: 1.5 }, { hours: 2 }),
      (tier, clock, length) => {
        const rules = deadline.tiers[tier]
        const body = {
          ...deadline,
          tiers: { ...deadline.tiers, [tier]: { ...rules, [clock]: { ...rules[clock], length } } },
        }
        const { code, field } = refusalOf('deadline', body)
        expect([code, field?.replace(/\.(minutes|days|workingDays)$/, '')]).toEqual([
          'invalid',
          `body.tiers.${tier}.${clock}.length`,
        ])
      },
    ),
    { numRuns: 60 },
  ))

it.each<[PolicyKind, unknown, string]>([
  ['tiers', '', 'body'],
  ['tiers', '{', 'body'],
  ['tiers', '[]', 'body'],
  ['tiers', 'null', 'body'],
  ['tiers', { ...(builtIn['tiers:1'] as object), urgent: 'perhaps' }, 'body.urgent'],
  ['tiers', { ...(builtIn['tiers:1'] as object), colour: 'red' }, 'body'],
  [
    'calendar',
    { ...(builtIn['calendar:1'] as object), years: { 2027: { off: ['2-30'], work: [] } } },
    'body.years.2027.off.0',
  ],
])('of %s %j names %s', (kind, body, field) =>
  expect(refusalOf(kind, body)).toMatchObject({ code: 'invalid', field }),
)

const body = (id: string) => builtIn[id] as Record<string, unknown>
const [firstRule] = (body('triage:1') as { rules: object[] }).rules
const clock = (change: object) => {
  const B = { ...deadline.tiers.B, resolve: { ...deadline.tiers.B.resolve, ...change } }
  return { ...deadline, tiers: { ...deadline.tiers, B } }
}

it.each<[PolicyKind, unknown, string]>([
  ['deadline', clock({ length: { workingDays: 0 } }), '“网格办 › 办结 › 时长 › 工作日数”要大于 0。'],
  ['deadline', clock({ length: { days: 1.5 } }), '“网格办 › 办结 › 时长 › 天数”要填整数。'],
  [
    'deadline',
    clock({ length: {} }),
    '“网格办 › 办结 › 时长”要写几分钟、几个工作分钟、几个工作日或几天，只写一种。',
  ],
  ['deadline', clock({ length: undefined }), '“网格办 › 办结 › 时长”没有填。'],
  [
    'deadline',
    clock({ steps: [{ share: 0.5, tell: ['handler'] }] }),
    '“网格办 › 办结”到期的那一刻要有一次提醒。',
  ],
  [
    'deadline',
    clock({ steps: [{ share: 1, tell: [] }] }),
    '“网格办 › 办结 › 提醒 › 第 1 条 › 提醒谁”至少要有 1 项。',
  ],
  ['deadline', clock({ steps: [{ share: 1, tell: ['mayor'] }] }), 'handler（经办人）'],
  ['deadline', clock({ colour: 'red' }), '“网格办 › 办结”里多了“colour”，没有这一项。'],
  [
    'calendar',
    { ...body('calendar:1'), years: { 2027: { off: ['2-30'], work: [] } } },
    '“年份 › 2027 年 › 放假的日子 › 第 1 条”写法不对。',
  ],
  ['calendar', { ...body('calendar:1'), hours: [[1080, 510]] }, '“上班时间”要一段接一段'],
  [
    'calendar',
    { ...body('calendar:1'), years: { 27: { off: [], work: [] } } },
    '“年份 › 27”的名字写法不对。',
  ],
  [
    'tiers',
    {
      ...body('tiers:1'),
      words: { ...(body('tiers:1').words as object), B: { resident: '办', staff: 'B' } },
    },
    '“办法 › B › 居民看到的叫法”至少要有 2 个字。',
  ],
  [
    'tiers',
    { ...body('tiers:1'), urgent: 'perhaps' },
    '“怎样分级”只能是 letter（急事单独一级）、flag（急事另外标） 里的一个。',
  ],
  ['tiers', { ...body('tiers:1'), urgent: 'flag' }, '“整份”里急事单独一级时要有一个级别，另外标时不能有。'],
  ['triage', { ...body('triage:1'), rules: [firstRule, firstRule] }, '“规则”里有两条编号一样'],
  [
    'triage',
    { ...body('triage:1'), rules: [{ ...firstRule, because: '' }] },
    '“规则 › 第 1 条 › 给居民的理由”至少要有 1 个字。',
  ],
  ['triage', { ...body('triage:1'), rules: [{ ...firstRule, all: ['{nowhere}火'] }] }, '“{nowhere}火”'],
  ['triage', { ...body('triage:1'), rules: [{ ...firstRule, door: 'moon' }] }, '的去处“moon”没有列在去处里'],
  ['triage', { ...body('triage:1'), calm: 'no' }, '“缓和的话”要填一串内容（[ ]）。'],
])('of a wrong %s policy says where and why, in words: %#', (kind, wrong, sentence) =>
  expect(refusalOf(kind, wrong).message).toContain(sentence),
)

// What is written in a policy stands as it is; everything else that an author reads is Chinese.
it('speaks no English about whatever part of a policy is broken', () =>
  fc.assert(
    fc.property(
      fc.constantFrom<[PolicyKind, string]>(
        ['tiers', 'tiers:2'],
        ['deadline', 'deadline:1'],
        ['calendar', 'calendar:1'],
      ),
      fc.infiniteStream(fc.nat()),
      fc.constantFrom(null, 0, -1, '', '?', [], {}, true),
      ([kind, id], turns, wrong) => {
        const whole = structuredClone(body(id))
        let at: Record<string, unknown> = whole
        for (const turn of turns) {
          const keys = Object.keys(at)
          const next = keys[turn % keys.length] as string
          const below = at[next]
          if (typeof below === 'object' && below !== null && Object.keys(below).length && turn % 3) {
            at = below as Record<string, unknown>
            continue
          }
          at[next] = wrong
          break
        }
        try {
          readPolicy(kind, JSON.stringify(whole), `${kind}:9`)
        } catch (error) {
          const { message } = error as Refusal
          expect(message).toMatch(/请改好再存。$/)
          expect(
            message.replace(
              /（[^）]*）|“[^”]*”|\b(letter|flag|handler|backup|community|street|reporter|grid|block|district|danger)\b/g,
              '',
            ),
          ).not.toMatch(/[a-z]{2}/i)
        }
      },
    ),
    { numRuns: 300 },
  ))

const key = fc.stringMatching(/^[a-z]{1,4}$/)
const tree = fc.letrec(node => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.integer(),
    fc.array(node('node'), { maxLength: 2 }),
    fc.dictionary(key, node('node'), { maxKeys: 2 }),
  ),
})).node

it('never lets a name through that the database would not store, however deep it lies', () =>
  fc.assert(
    fc.property(tree, fc.constantFrom('a.b', '$set', '.'), (around, bad) => {
      const body = { cues: [around, { inner: { [bad]: around } }] }
      expect(refusalOf('triage', body).message).toContain(`“${bad}”`)
    }),
  ))
