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
const run = aggregates('aggregate', sales, users)
const refuses = refusesToAggregate('aggregate')
const ids = (...all: number[]) => all.map(_id => ({ _id }))

export const stages: Case[] = [
  run(
    'match',
    (p, { _ }) =>
      p
        .match({ n: _.gt(2) })
        .project({ _id: 1 })
        .sort({ _id: 1 }),
    ids(3, 4),
  ),
  run(
    'match with _.or',
    (p, { _ }) =>
      p
        .match(_.or([{ n: 1 }, { item: 'gate' }]))
        .project({ _id: 1 })
        .sort({ _id: 1 }),
    ids(2, 4),
  ),
  run('match with a date', (p, { _ }) => p.match({ at: _.lt(new Date(2000)) }).project({ _id: 1 }), ids(1)),
  run(
    'match with an expression',
    (p, { _, $ }) =>
      p
        .match(_.expr($.gt(['$price', $.multiply(['$n', 20])])))
        .project({ _id: 1 })
        .sort({ _id: 1 }),
    ids(2, 4),
  ),
  run('sort, skip and limit', p => p.sort({ price: -1 }).skip(1).limit(2).project({ _id: 1 }), ids(2, 3)),
  run('limit before sort', p => p.sort({ _id: 1 }).limit(2).sort({ _id: -1 }).project({ _id: 1 }), ids(2, 1)),
  run('sort by two fields', p => p.sort({ item: 1, n: -1 }).project({ _id: 1 }), ids(4, 3, 1, 2)),
  run('project: fields', p => p.match({ _id: 1 }).project({ item: 1, n: 1 }), [
    { _id: 1, item: 'lamp', n: 2 },
  ]),
  run('project: without fields', p => p.match({ _id: 2 }).project({ at: 0, tags: 0 }), [
    { _id: 2, item: 'lift', n: 1, price: 80 },
  ]),
  run(
    'project: computed fields',
    (p, { $ }) =>
      p.match({ _id: 1 }).project({ _id: 0, sum: $.multiply(['$n', '$price']), o: { t: '$item' } }),
    [{ sum: 20, o: { t: 'lamp' } }],
  ),
  run('project: what is missing stays missing', p => p.match({ _id: 4 }).project({ tags: 1, t: '$tags' }), [
    { _id: 4 },
  ]),
  run(
    'addFields',
    (p, { $ }) =>
      p
        .match({ _id: 1 })
        .addFields({ sum: $.add(['$n', '$price', 1]), 'o.p': 1 })
        .project({ sum: 1, o: 1 }),
    [{ _id: 1, sum: 13, o: { p: 1 } }],
  ),
  run(
    'addFields over a field',
    (p, { $ }) =>
      p
        .match({ _id: 1 })
        .addFields({ n: $.add(['$n', 1]) })
        .project({ n: 1 }),
    [{ _id: 1, n: 3 }],
  ),
  run('count', p => p.match({ item: 'lamp' }).count('total'), [{ total: 2 }]),
  run('count of nothing', p => p.match({ item: 'none' }).count('total'), []),
  run('unwind', p => p.unwind('$tags').project({ tags: 1 }).sort({ _id: 1, tags: 1 }), [
    { _id: 1, tags: 'a' },
    { _id: 1, tags: 'b' },
    { _id: 2, tags: 'b' },
  ]),
  run(
    'unwind keeps what has nothing',
    p =>
      p
        .unwind({ path: '$tags', preserveNullAndEmptyArrays: true })
        .project({ tags: 1 })
        .sort({ _id: 1, tags: 1 }),
    [{ _id: 1, tags: 'a' }, { _id: 1, tags: 'b' }, { _id: 2, tags: 'b' }, { _id: 3 }, { _id: 4 }],
  ),
  run(
    'unwind with the position',
    p => p.match({ _id: 1 }).unwind({ path: '$tags', includeArrayIndex: 'i' }).project({ tags: 1, i: 1 }),
    [
      { _id: 1, tags: 'a', i: 0 },
      { _id: 1, tags: 'b', i: 1 },
    ],
  ),
  run('unwind of what is no list', p => p.match({ _id: 1 }).unwind('$item').project({ item: 1 }), [
    { _id: 1, item: 'lamp' },
  ]),
  run('sortByCount', p => p.sortByCount('$item').limit(1), [{ _id: 'lamp', count: 2 }]),
  run('sortByCount after unwind', p => p.unwind('$tags').sortByCount('$tags'), [
    { _id: 'b', count: 2 },
    { _id: 'a', count: 1 },
  ]),
  run('replaceRoot', p => p.match({ _id: 1 }).replaceRoot({ newRoot: { x: '$item' } }), [{ x: 'lamp' }]),
  run(
    'replaceRoot with a merge',
    (p, { $ }) => p.match({ _id: 2 }).replaceRoot({ newRoot: $.mergeObjects([{ n: 0, m: 7 }, { n: '$n' }]) }),
    [{ n: 1, m: 7 }],
  ),
  run('sample gives as many as asked', p => p.sample({ size: 3 }).count('n'), [{ n: 3 }]),
  run('sample gives no more than there are', p => p.sample({ size: 30 }).count('n'), [{ n: 4 }]),
  run(
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
  run('bucket counts when not told what', p => p.bucket({ groupBy: '$n', boundaries: [0, 3, 6] }), [
    { _id: 0, count: 2 },
    { _id: 3, count: 2 },
  ]),
  run('bucketAuto', p => p.bucketAuto({ groupBy: '$price', buckets: 2 }), [
    { _id: { min: 10, max: 80 }, count: 2 },
    { _id: { min: 80, max: 120 }, count: 2 },
  ]),
  run(
    'lookup',
    (p, { nameOf }) =>
      p
        .match({ _id: 4 })
        .lookup({ from: nameOf('other'), localField: 'item', foreignField: 'item', as: 'users' })
        .project({ 'users.name': 1 }),
    [{ _id: 4, users: [{ name: 'C' }] }],
  ),
  run(
    'lookup of none',
    (p, { nameOf }) =>
      p
        .match({ _id: 2 })
        .lookup({ from: nameOf('other'), localField: 'item', foreignField: 'item', as: 'users' })
        .project({ users: 1 }),
    [{ _id: 2, users: [] }],
  ),
  run(
    'lookup: a missing field finds missing ones',
    (p, { nameOf }) =>
      p
        .match({ _id: 1 })
        .lookup({ from: nameOf('other'), localField: 'none', foreignField: 'item', as: 'users' })
        .project({ 'users._id': 1 }),
    [{ _id: 1, users: [{ _id: 'u4' }] }],
  ),
  run(
    'lookup: each element of a list',
    (p, { nameOf }) =>
      p
        .match({ _id: 1 })
        .addFields({ who: ['u3', 'u1'] })
        .lookup({ from: nameOf('other'), localField: 'who', foreignField: '_id', as: 'users' })
        .unwind('$users')
        .project({ name: '$users.name' })
        .sort({ name: 1 }),
    [
      { _id: 1, name: 'A' },
      { _id: 1, name: 'C' },
    ],
  ),
  run(
    'lookup with a pipeline',
    (p, { nameOf, $ }) =>
      p
        .match({ _id: 3 })
        .lookup({
          from: nameOf('other'),
          let: { item: '$item', n: '$n' },
          pipeline: $.pipeline()
            .match({ $expr: { $and: [{ $eq: ['$item', '$$item'] }, { $gte: ['$n', '$$n'] }] } })
            .project({ _id: 0, name: 1 })
            .done(),
          as: 'users',
        })
        .project({ users: 1 }),
    [{ _id: 3, users: [{ name: 'B' }] }],
  ),
  run(
    'lookup with a pipeline that asks nothing of the document',
    (p, { nameOf, $ }) =>
      p
        .match({ _id: 3 })
        .lookup({
          from: nameOf('other'),
          pipeline: $.pipeline()
            .match({ n: 9 })
            .sort({ name: -1 })
            .limit(1)
            .project({ name: 1, _id: 0 })
            .done(),
          as: 'users',
        })
        .project({ users: 1 }),
    [{ _id: 3, users: [{ name: 'C' }] }],
  ),
  run(
    'lookup in a collection that is not there',
    p =>
      p
        .match({ _id: 1 })
        .lookup({ from: 'conformance_none', localField: 'item', foreignField: 'item', as: 'users' })
        .project({ users: 1 }),
    [{ _id: 1, users: [] }],
  ),
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
