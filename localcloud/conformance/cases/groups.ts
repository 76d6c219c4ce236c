import { aggregates, type Case, type Doc } from '../case'

const rows: Doc[] = [
  { _id: 1, k: 'a', n: 1, s: 'x', at: new Date(3000) },
  { _id: 2, k: 'b', n: 2, s: 'y', at: new Date(1000) },
  { _id: 3, k: 'a', n: 4, s: 'x' },
  { _id: 4, k: 'b', n: 'text', s: null, at: new Date(2000) },
  { _id: 5, n: 10 },
]
const run = aggregates('group', rows)
/** One accumulator over the rows with the key `a` and `b`. */
const accumulates = (
  name: string,
  accumulator: (sdk: { $: never }) => unknown,
  a: unknown,
  b: unknown,
): Case =>
  run(
    name,
    (p, sdk) =>
      p
        .match({ k: sdk._.exists(true) })
        .sort({ _id: 1 })
        .group({ _id: '$k', v: accumulator(sdk as never) })
        .sort({ _id: 1 }),
    [
      { _id: 'a', v: a },
      { _id: 'b', v: b },
    ],
  )
type Any = { $: Record<string, (operand: unknown) => unknown> }
const by = (name: string, operator: string, operand: unknown, a: unknown, b: unknown): Case =>
  accumulates(name, sdk => (sdk as unknown as Any).$[operator]?.(operand), a, b)

export const groups: Case[] = [
  by('sum passes over what is no number', 'sum', '$n', 5, 2),
  by('sum of ones counts', 'sum', 1, 2, 2),
  by('avg', 'avg', '$n', 2.5, 2),
  by('avg of nothing is null', 'avg', '$none', null, null),
  by('min goes by the order of types', 'min', '$n', 1, 2),
  by('max goes by the order of types', 'max', '$n', 4, 'text'),
  by('min passes over null', 'min', '$s', 'x', 'y'),
  by('max of dates', 'max', '$at', new Date(3000), new Date(2000)),
  by('first', 'first', '$n', 1, 2),
  by('last', 'last', '$n', 4, 'text'),
  by('push', 'push', '$n', [1, 4], [2, 'text']),
  by('push of objects', 'push', { n: '$n' }, [{ n: 1 }, { n: 4 }], [{ n: 2 }, { n: 'text' }]),
  by('push leaves out what is missing', 'push', '$at', [new Date(3000)], [new Date(1000), new Date(2000)]),
  by('addToSet', 'addToSet', '$k', ['a'], ['b']),
  by('stdDevPop', 'stdDevPop', '$n', 1.5, 0),
  by(
    'stdDevSamp of one is null',
    'stdDevSamp',
    '$n',
    (value: unknown) => Math.abs((value as number) - 2.1213203435596424) < 1e-12,
    null,
  ),
  by('sum of an expression', 'sum', { $cond: [{ $eq: ['$s', 'x'] }, 1, 0] }, 2, 0),
  run('by nothing: one group', (p, { $ }) => p.group({ _id: null, n: $.sum(1) }), [{ _id: null, n: 5 }]),
  run(
    'what is missing is a group of null',
    (p, { $ }) => p.group({ _id: '$k', n: $.sum(1) }).sort({ _id: 1 }),
    [
      { _id: null, n: 1 },
      { _id: 'a', n: 2 },
      { _id: 'b', n: 2 },
    ],
  ),
  run(
    'by two fields',
    (p, { $, _ }) =>
      p
        .match({ k: _.exists(true) })
        .group({ _id: { k: '$k', s: '$s' }, n: $.sum(1) })
        .sort({ '_id.k': 1, '_id.s': 1 }),
    [
      { _id: { k: 'a', s: 'x' }, n: 2 },
      { _id: { k: 'b', s: null }, n: 1 },
      { _id: { k: 'b', s: 'y' }, n: 1 },
    ],
  ),
  run('by an expression', (p, { $ }) => p.match({ _id: 1 }).group({ _id: $.toUpper('$k'), n: $.sum('$n') }), [
    { _id: 'A', n: 1 },
  ]),
  run('by a date', (p, { $ }) => p.match({ _id: 2 }).group({ _id: '$at', n: $.sum(1) }), [
    { _id: new Date(1000), n: 1 },
  ]),
  run(
    'a number and its text are two groups',
    (p, { $ }) =>
      p.group({ _id: $.cond({ if: $.eq(['$_id', 1]), then: 1, else: '1' }), n: $.sum(1) }).sort({ _id: 1 }),
    [
      { _id: 1, n: 1 },
      { _id: '1', n: 4 },
    ],
  ),
  run('of no documents', (p, { $ }) => p.match({ k: 'z' }).group({ _id: null, n: $.sum(1) }), []),
  run(
    'mergeObjects',
    (p, { $ }) =>
      p
        .match({ k: 'a' })
        .sort({ _id: 1 })
        .group({ _id: null, v: $.mergeObjects({ s: '$s', n: '$n' }) }),
    [{ _id: null, v: { s: 'x', n: 4 } }],
  ),
]
