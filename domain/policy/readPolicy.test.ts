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
