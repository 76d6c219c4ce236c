import { type Case, updates } from '../case'

const field = updates('update')
const list = updates('update of a list')

const fields: Case[] = [
  field('a value', { a: 1, b: 2 }, () => ({ a: 'x' }), { a: 'x', b: 2 }),
  field('a new field', { a: 1 }, () => ({ b: null }), { a: 1, b: null }),
  field('an object is merged', { o: { p: 1, q: 1 } }, () => ({ o: { q: 2, r: { s: 1 } } }), {
    o: { p: 1, q: 2, r: { s: 1 } },
  }),
  field('an empty object changes nothing', { o: { p: 1 } }, () => ({ o: {} }), { o: { p: 1 } }),
  field('a list is set whole', { l: [1, 2, 3] }, () => ({ l: [4] }), { l: [4] }),
  field('a dotted path', { o: { p: 1 } }, () => ({ 'o.p': 2, 'o.q.r': 3 }), { o: { p: 2, q: { r: 3 } } }),
  field('an element by its number', { l: [1, 2] }, () => ({ 'l.1': 9 }), { l: [1, 9] }),
  field('an element beyond the end', { l: [1] }, () => ({ 'l.3': 9 }), { l: [1, null, null, 9] }),
  field('a member of an element', { l: [{ x: 1 }] }, () => ({ 'l.0.x': 2, 'l.0.y': 3 }), {
    l: [{ x: 2, y: 3 }],
  }),
  field('a number as a name of an object', { o: { p: 1 } }, () => ({ 'o.0': 1 }), { o: { 0: 1, p: 1 } }),
  field('a date', { a: 1 }, () => ({ a: new Date(5) }), { a: new Date(5) }),
  field('_.set replaces an object', { o: { p: 1 } }, ({ _ }) => ({ o: _.set({ q: 1 }) }), { o: { q: 1 } }),
  field('_.set to an empty object', { o: { p: 1 } }, ({ _ }) => ({ o: _.set({}) }), { o: {} }),
  field('_.remove', { a: 1, b: 2 }, ({ _ }) => ({ a: _.remove() }), { b: 2 }),
  field('_.remove of what is not there', { b: 2 }, ({ _ }) => ({ 'a.b.c': _.remove() }), { b: 2 }),
  field('_.remove below a value', { a: 1 }, ({ _ }) => ({ 'a.b': _.remove() }), { a: 1 }),
  field('_.remove of an element leaves null', { l: [1, 2, 3] }, ({ _ }) => ({ 'l.1': _.remove() }), {
    l: [1, null, 3],
  }),
  field('_.inc', { n: 1 }, ({ _ }) => ({ n: _.inc(2) }), { n: 3 }),
  field('_.inc by a fraction', { n: 1 }, ({ _ }) => ({ n: _.inc(-0.5) }), { n: 0.5 }),
  field('_.inc of what is not there', {}, ({ _ }) => ({ n: _.inc(2) }), { n: 2 }),
  field('_.inc below an object', { o: { n: 1 } }, ({ _ }) => ({ o: { n: _.inc(1), m: _.inc(1) } }), {
    o: { n: 2, m: 1 },
  }),
  field('_.inc beyond 32 bits', { n: 2147483647 }, ({ _ }) => ({ n: _.inc(1) }), { n: 2147483648 }),
  field('_.mul', { n: 3 }, ({ _ }) => ({ n: _.mul(1.5) }), { n: 4.5 }),
  field('_.mul of what is not there', {}, ({ _ }) => ({ n: _.mul(2) }), { n: 0 }),
  field('_.min takes the lesser', { n: 3 }, ({ _ }) => ({ n: _.min(2) }), { n: 2 }),
  field('_.min keeps the lesser', { n: 3 }, ({ _ }) => ({ n: _.min(4) }), { n: 3 }),
  field('_.min of what is not there', {}, ({ _ }) => ({ n: _.min(4) }), { n: 4 }),
  field('_.max takes the greater', { n: 3 }, ({ _ }) => ({ n: _.max(4) }), { n: 4 }),
  field('_.max goes by the order of types', { n: 3 }, ({ _ }) => ({ n: _.max('') }), { n: '' }),
  field('_.max of dates', { n: new Date(1) }, ({ _ }) => ({ n: _.max(new Date(2)) }), { n: new Date(2) }),
  field('_.min: null is below every number', { n: 3 }, ({ _ }) => ({ n: _.min(null) }), { n: null }),
  field('_.rename', { a: 1 }, ({ _ }) => ({ a: _.rename('b') }), { b: 1 }),
  field('_.rename over another field', { a: 1, b: 2 }, ({ _ }) => ({ a: _.rename('b') }), { b: 1 }),
  field('_.rename into an object', { a: 1 }, ({ _ }) => ({ a: _.rename('o.p') }), { o: { p: 1 } }),
  field('_.rename of what is not there', { b: 2 }, ({ _ }) => ({ a: _.rename('c') }), { b: 2 }),
  field('_.bit and', { n: 13 }, ({ _ }) => ({ n: _.bit({ and: 10 }) }), { n: 8 }),
  field('_.bit or', { n: 3 }, ({ _ }) => ({ n: _.bit({ or: 5 }) }), { n: 7 }),
  field('_.bit xor', { n: 1 }, ({ _ }) => ({ n: _.bit({ xor: 5 }) }), { n: 4 }),
  field('_.bit of what is not there', {}, ({ _ }) => ({ n: _.bit({ or: 5 }) }), { n: 5 }),
  field(
    'several operators at once',
    { a: 1, b: 1, l: [1], c: 1 },
    ({ _ }) => ({ a: _.inc(1), b: 'x', l: _.push(2), c: _.remove() }),
    { a: 2, b: 'x', l: [1, 2] },
  ),
]

const lists: Case[] = [
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

export const updateCases: Case[] = [...fields, ...lists]
