import type { Case, Doc, Loose, Sdk } from '../case'

const document: Doc = {
  _id: 'x',
  a: 1,
  o: { p: 1, q: { r: 2, s: 3 } },
  l: [{ x: 1, y: 1 }, { x: 2, y: 2 }, 5],
  n: [1, 2, 3, 4],
}

const shows = (name: string, fields: (sdk: Sdk) => Loose, then: Doc): Case => ({
  name: `projection: ${name}`,
  given: { main: [document] },
  when: async sdk => (await sdk.main.field(fields(sdk)).get()).data[0],
  then,
})

export const projections: Case[] = [
  shows('one field', () => ({ a: true }), { _id: 'x', a: 1 }),
  shows('one field without the id', () => ({ a: true, _id: false }), { a: 1 }),
  shows('the id only', () => ({ _id: true }), { _id: 'x' }),
  shows('all but some', () => ({ l: false, n: false, o: false }), { _id: 'x', a: 1 }),
  shows('a member', () => ({ 'o.p': true }), { _id: 'x', o: { p: 1 } }),
  shows('a member of a member', () => ({ 'o.q.r': 1 }), { _id: 'x', o: { q: { r: 2 } } }),
  shows('without a member', () => ({ 'o.q': 0, l: 0, n: 0 }), { _id: 'x', a: 1, o: { p: 1 } }),
  shows('members of documents in a list', () => ({ 'l.x': 1 }), { _id: 'x', l: [{ x: 1 }, { x: 2 }] }),
  shows('without members of documents in a list', () => ({ 'l.x': 0, o: 0, n: 0 }), {
    _id: 'x',
    a: 1,
    l: [{ y: 1 }, { y: 2 }, 5],
  }),
  shows('a field that is not there', () => ({ z: true }), { _id: 'x' }),
  shows('a member of what is no object', () => ({ 'a.b': true }), { _id: 'x' }),
  shows('_.project.slice: the first', ({ _ }) => ({ n: _.project.slice(2), a: 1 }), {
    _id: 'x',
    a: 1,
    n: [1, 2],
  }),
  shows('_.project.slice: the last', ({ _ }) => ({ n: _.project.slice(-1), a: 1 }), {
    _id: 'x',
    a: 1,
    n: [4],
  }),
  shows('_.project.slice: from the middle', ({ _ }) => ({ n: _.project.slice([1, 2]), a: 1 }), {
    _id: 'x',
    a: 1,
    n: [2, 3],
  }),
  shows('_.project.slice: from the end', ({ _ }) => ({ n: _.project.slice([-3, 2]), a: 1 }), {
    _id: 'x',
    a: 1,
    n: [2, 3],
  }),
  shows('_.project.slice of what is no list', ({ _ }) => ({ a: _.project.slice(1), 'o.p': 1 }), {
    _id: 'x',
    a: 1,
    o: { p: 1 },
  }),
  shows(
    '_.project.slice alone shows everything',
    ({ _ }) => ({ n: _.project.slice(1), l: _.project.slice(1) }),
    { _id: 'x', a: 1, o: { p: 1, q: { r: 2, s: 3 } }, l: [{ x: 1, y: 1 }], n: [1] },
  ),
  shows('_.project.elemMatch: the first that matches', ({ _ }) => ({ l: _.project.elemMatch({ x: 2 }) }), {
    _id: 'x',
    l: [{ x: 2, y: 2 }],
  }),
  shows('_.project.elemMatch: none matches', ({ _ }) => ({ l: _.project.elemMatch({ x: 7 }) }), { _id: 'x' }),
  {
    name: 'projection: with a query, an order and a limit',
    given: {
      main: [
        { _id: '1', a: 1, b: 1 },
        { _id: '2', a: 2, b: 2 },
        { _id: '3', a: 3, b: 3 },
      ],
    },
    when: async ({ main, _ }) =>
      (
        await main
          .where({ a: _.gt(1) })
          .orderBy('a', 'desc')
          .limit(1)
          .field({ b: true, _id: false })
          .get()
      ).data,
    then: [{ b: 3 }],
  },
]
