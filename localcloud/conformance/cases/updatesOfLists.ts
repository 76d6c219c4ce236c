import { type Case, updates } from '../case'

const list = updates('update of a list')

export const updatesOfLists: Case[] = [
  list('_.push one', { l: [1] }, ({ _ }) => ({ l: _.push(2) }), { l: [1, 2] }),
  list('_.push several', { l: [1] }, ({ _ }) => ({ l: _.push([2, 3]) }), { l: [1, 2, 3] }),
  list('_.push a list as one element', { l: [1] }, ({ _ }) => ({ l: _.push([[2, 3]]) }), { l: [1, [2, 3]] }),
  list('_.push to what is not there', {}, ({ _ }) => ({ 'o.l': _.push({ x: 1 }) }), { o: { l: [{ x: 1 }] } }),
  list('_.push at a position', { l: [1, 4] }, ({ _ }) => ({ l: _.push({ each: [2, 3], position: 1 }) }), {
    l: [1, 2, 3, 4],
  }),
  list(
    '_.push at a position beyond the end',
    { l: [1] },
    ({ _ }) => ({ l: _.push({ each: [2], position: 9 }) }),
    { l: [1, 2] },
  ),
  list(
    '_.push at a position from the end',
    { l: [1, 2] },
    ({ _ }) => ({ l: _.push({ each: [9], position: -1 }) }),
    { l: [1, 9, 2] },
  ),
  list('_.push and sort', { l: [3, 1] }, ({ _ }) => ({ l: _.push({ each: [2], sort: 1 }) }), {
    l: [1, 2, 3],
  }),
  list(
    '_.push and sort in falling order',
    { l: [1, 'a', null] },
    ({ _ }) => ({ l: _.push({ each: [2], sort: -1 }) }),
    { l: ['a', 2, 1, null] },
  ),
  list(
    '_.push and sort by a member',
    { l: [{ s: 2 }, { s: 1 }] },
    ({ _ }) => ({ l: _.push({ each: [{ s: 3 }], sort: { s: -1 } }) }),
    { l: [{ s: 3 }, { s: 2 }, { s: 1 }] },
  ),
  list('_.push and keep the first', { l: [1, 2] }, ({ _ }) => ({ l: _.push({ each: [3, 4], slice: 3 }) }), {
    l: [1, 2, 3],
  }),
  list('_.push and keep the last', { l: [1, 2] }, ({ _ }) => ({ l: _.push({ each: [3], slice: -2 }) }), {
    l: [2, 3],
  }),
  list('_.push and keep none', { l: [1, 2] }, ({ _ }) => ({ l: _.push({ each: [3], slice: 0 }) }), { l: [] }),
  list(
    '_.push, sorted and cut',
    { l: [5, 1] },
    ({ _ }) => ({ l: _.push({ each: [3, 2], position: 0, sort: 1, slice: 3 }) }),
    { l: [1, 2, 3] },
  ),
  list('_.pop', { l: [1, 2] }, ({ _ }) => ({ l: _.pop() }), { l: [1] }),
  list('_.pop of an empty list', { l: [] }, ({ _ }) => ({ l: _.pop() }), { l: [] }),
  list('_.pop of what is not there', { a: 1 }, ({ _ }) => ({ l: _.pop() }), { a: 1 }),
  list('_.shift', { l: [1, 2] }, ({ _ }) => ({ l: _.shift() }), { l: [2] }),
  list('_.unshift', { l: [1] }, ({ _ }) => ({ l: _.unshift([0, 0.5]) }), { l: [0, 0.5, 1] }),
  list('_.pull a value', { l: [1, 2, 1] }, ({ _ }) => ({ l: _.pull(1) }), { l: [2] }),
  list('_.pull by a condition', { l: [1, 5, 9] }, ({ _ }) => ({ l: _.pull(_.gt(4)) }), { l: [1] }),
  list('_.pull one of several', { l: [1, 2, 3] }, ({ _ }) => ({ l: _.pull(_.in([1, 2])) }), { l: [3] }),
  list(
    '_.pull documents by their members',
    { l: [{ x: 1, y: 1 }, { x: 2 }] },
    ({ _ }) => ({ l: _.pull({ x: 1 }) }),
    { l: [{ x: 2 }] },
  ),
  list(
    '_.pull documents by a condition',
    { l: [{ x: 1 }, { x: 5 }] },
    ({ _ }) => ({ l: _.pull({ x: _.gt(2) }) }),
    { l: [{ x: 1 }] },
  ),
  list('_.pull by a pattern', { l: ['ab', 'b', 3] }, ({ _ }) => ({ l: _.pull(/^a/) }), { l: ['b', 3] }),
  list('_.pull of what is not there', { a: 1 }, ({ _ }) => ({ l: _.pull(1) }), { a: 1 }),
  list('_.pullAll', { l: [1, 2, 3, 2] }, ({ _ }) => ({ l: _.pullAll([2, 3]) }), { l: [1] }),
  list(
    '_.pullAll of documents wants the same document',
    { l: [{ x: 1 }, { x: 1, y: 2 }] },
    ({ _ }) => ({ l: _.pullAll([{ x: 1 }]) }),
    { l: [{ x: 1, y: 2 }] },
  ),
  list('_.addToSet what is new', { l: [1] }, ({ _ }) => ({ l: _.addToSet(2) }), { l: [1, 2] }),
  list('_.addToSet what is there', { l: [1] }, ({ _ }) => ({ l: _.addToSet(1) }), { l: [1] }),
  list('_.addToSet several', { l: [1] }, ({ _ }) => ({ l: _.addToSet({ $each: [1, 2, 2] }) }), { l: [1, 2] }),
  list('_.addToSet a list is one element', { l: [1] }, ({ _ }) => ({ l: _.addToSet([1, 2]) }), {
    l: [1, [1, 2]],
  }),
  list('_.addToSet to what is not there', {}, ({ _ }) => ({ l: _.addToSet('a') }), { l: ['a'] }),
  list(
    '_.addToSet: members in another order are another document',
    { l: [{ x: 1, y: 2 }] },
    ({ _ }) => ({ l: _.addToSet({ y: 2, x: 1 }) }),
    {
      l: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  ),
  list('a server date inside _.push', { l: [] }, ({ _, db }) => ({ l: _.push([{ at: db.serverDate() }]) }), {
    l: [{ at: (at: unknown) => at instanceof Date && Math.abs(Date.now() - at.getTime()) < 60_000 }],
  }),
]
