import { aggregates, type Case, type Doc, refusesToAggregate } from '../case'

const sales: Doc[] = [
  { _id: 1, item: 'lamp', n: 2, price: 10, tags: ['a', 'b'], at: new Date(1000) },
  { _id: 2, item: 'lift', n: 1, price: 80, tags: ['b'], at: new Date(2000) },
  { _id: 3, item: 'lamp', n: 5, price: 20, tags: [], at: new Date(3000) },
  { _id: 4, item: 'gate', n: 3, price: 120, at: new Date(4000) },
]
const users: Doc[] = [
  { _id: 'u1', item: 'lamp', name: 'A', n: 1 },
  { _id: 'u2', item: 'lamp', name: 'B', n: 9 },
  { _id: 'u3', item: 'gate', name: 'C', n: 9 },
  { _id: 'u4', name: 'D', n: 1 },
]
/** What stages give of a few sales; the other collection holds users. */
export const runOnSales = aggregates('aggregate', sales, users)
const refuses = refusesToAggregate('aggregate')
const ids = (...all: number[]) => all.map(_id => ({ _id }))

export const stages: Case[] = [
  runOnSales(
    'match',
    (p, { _ }) =>
      p
        .match({ n: _.gt(2) })
        .project({ _id: 1 })
        .sort({ _id: 1 }),
    ids(3, 4),
  ),
  runOnSales(
    'match with _.or',
    (p, { _ }) =>
      p
        .match(_.or([{ n: 1 }, { item: 'gate' }]))
        .project({ _id: 1 })
        .sort({ _id: 1 }),
    ids(2, 4),
  ),
  runOnSales(
    'match with a date',
    (p, { _ }) => p.match({ at: _.lt(new Date(2000)) }).project({ _id: 1 }),
    ids(1),
  ),
  runOnSales(
    'match with an expression',
    (p, { _, $ }) =>
      p
        .match(_.expr($.gt(['$price', $.multiply(['$n', 20])])))
        .project({ _id: 1 })
        .sort({ _id: 1 }),
    ids(2, 4),
  ),
  runOnSales(
    'sort, skip and limit',
    p => p.sort({ price: -1 }).skip(1).limit(2).project({ _id: 1 }),
    ids(2, 3),
  ),
  runOnSales(
    'limit before sort',
    p => p.sort({ _id: 1 }).limit(2).sort({ _id: -1 }).project({ _id: 1 }),
    ids(2, 1),
  ),
  runOnSales('sort by two fields', p => p.sort({ item: 1, n: -1 }).project({ _id: 1 }), ids(4, 3, 1, 2)),
  runOnSales('project: fields', p => p.match({ _id: 1 }).project({ item: 1, n: 1 }), [
    { _id: 1, item: 'lamp', n: 2 },
  ]),
  runOnSales('project: without fields', p => p.match({ _id: 2 }).project({ at: 0, tags: 0 }), [
    { _id: 2, item: 'lift', n: 1, price: 80 },
  ]),
  runOnSales(
    'project: computed fields',
    (p, { $ }) =>
      p.match({ _id: 1 }).project({ _id: 0, sum: $.multiply(['$n', '$price']), o: { t: '$item' } }),
    [{ sum: 20, o: { t: 'lamp' } }],
  ),
  runOnSales(
    'project: what is missing stays missing',
    p => p.match({ _id: 4 }).project({ tags: 1, t: '$tags' }),
    [{ _id: 4 }],
  ),
  runOnSales(
    'addFields',
    (p, { $ }) =>
      p
        .match({ _id: 1 })
        .addFields({ sum: $.add(['$n', '$price', 1]), 'o.p': 1 })
        .project({ sum: 1, o: 1 }),
    [{ _id: 1, sum: 13, o: { p: 1 } }],
  ),
  runOnSales(
    'addFields over a field',
    (p, { $ }) =>
      p
        .match({ _id: 1 })
        .addFields({ n: $.add(['$n', 1]) })
        .project({ n: 1 }),
    [{ _id: 1, n: 3 }],
  ),
  runOnSales('count', p => p.match({ item: 'lamp' }).count('total'), [{ total: 2 }]),
  runOnSales('count of nothing', p => p.match({ item: 'none' }).count('total'), []),
  runOnSales('unwind', p => p.unwind('$tags').project({ tags: 1 }).sort({ _id: 1, tags: 1 }), [
    { _id: 1, tags: 'a' },
    { _id: 1, tags: 'b' },
    { _id: 2, tags: 'b' },
  ]),
  runOnSales(
    'unwind keeps what has nothing',
    p =>
      p
        .unwind({ path: '$tags', preserveNullAndEmptyArrays: true })
        .project({ tags: 1 })
        .sort({ _id: 1, tags: 1 }),
    [{ _id: 1, tags: 'a' }, { _id: 1, tags: 'b' }, { _id: 2, tags: 'b' }, { _id: 3 }, { _id: 4 }],
  ),
  runOnSales(
    'unwind with the position',
    p => p.match({ _id: 1 }).unwind({ path: '$tags', includeArrayIndex: 'i' }).project({ tags: 1, i: 1 }),
    [
      { _id: 1, tags: 'a', i: 0 },
      { _id: 1, tags: 'b', i: 1 },
    ],
  ),
  runOnSales('unwind of what is no list', p => p.match({ _id: 1 }).unwind('$item').project({ item: 1 }), [
    { _id: 1, item: 'lamp' },
  ]),
  runOnSales('sortByCount', p => p.sortByCount('$item').limit(1), [{ _id: 'lamp', count: 2 }]),
  runOnSales('sortByCount after unwind', p => p.unwind('$tags').sortByCount('$tags'), [
    { _id: 'b', count: 2 },
    { _id: 'a', count: 1 },
  ]),
  runOnSales('replaceRoot', p => p.match({ _id: 1 }).replaceRoot({ newRoot: { x: '$item' } }), [
    { x: 'lamp' },
  ]),
  runOnSales(
    'replaceRoot with a merge',
    (p, { $ }) => p.match({ _id: 2 }).replaceRoot({ newRoot: $.mergeObjects([{ n: 0, m: 7 }, { n: '$n' }]) }),
    [{ n: 1, m: 7 }],
  ),
  runOnSales('sample gives as many as asked', p => p.sample({ size: 3 }).count('n'), [{ n: 3 }]),
  runOnSales('sample gives no more than there are', p => p.sample({ size: 30 }).count('n'), [{ n: 4 }]),
  runOnSales(
    'bucket',
    (p, { $ }) =>
      p.bucket({
        groupBy: '$price',
        boundaries: [0, 50, 100],
        default: 'other',
        output: { count: $.sum(1), ids: $.push('$_id') },
      }),
    [
      { _id: 0, count: 2, ids: [1, 3] },
      { _id: 50, count: 1, ids: [2] },
      { _id: 'other', count: 1, ids: [4] },
    ],
  ),
  runOnSales('bucket counts when not told what', p => p.bucket({ groupBy: '$n', boundaries: [0, 3, 6] }), [
    { _id: 0, count: 2 },
    { _id: 3, count: 2 },
  ]),
  runOnSales('bucketAuto', p => p.bucketAuto({ groupBy: '$price', buckets: 2 }), [
    { _id: { min: 10, max: 80 }, count: 2 },
    { _id: { min: 80, max: 120 }, count: 2 },
  ]),
  refuses('an unknown operator in an expression', p => p.project({ a: { $nothing: 1 } }), /\$nothing/),
  refuses('a limit of 0', p => p.limit(0), /limit/i),
  refuses(
    'bucket boundaries out of order',
    p => p.bucket({ groupBy: '$a', boundaries: [5, 1] }),
    /boundaries|sorted/i,
  ),
  refuses('a bucket for none', p => p.bucket({ groupBy: '$a', boundaries: [5, 6] }), /default|branch/i),
  refuses('unwind of a path without a dollar', p => p.unwind('a'), /prefixed with|\$/),
]
