import { type Case, updates } from '../case'

const field = updates('update')

export const updateCases: Case[] = [
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
