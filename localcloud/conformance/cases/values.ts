import type { Case } from '../case'

/** What is stored comes back as it was. */
const keeps = (name: string, value: unknown, back: unknown = value): Case => ({
  name: `value: ${name}`,
  when: async ({ main }) => {
    await main.add({ data: { _id: 'x', v: value } })
    return (await main.doc('x').get()).data.v
  },
  then: back,
})

const isNow = (at: unknown) => at instanceof Date && Math.abs(Date.now() - at.getTime()) < 60_000
const isIn = (seconds: number) => (at: unknown) =>
  at instanceof Date && Math.abs(Date.now() + seconds * 1000 - at.getTime()) < 60_000

export const values: Case[] = [
  keeps('a whole number', 7),
  keeps('zero', 0),
  keeps('the least of 32 bits', -2147483648),
  keeps('beyond 32 bits', 3_000_000_000),
  keeps('the greatest exact', Number.MAX_SAFE_INTEGER),
  keeps('a fraction', -0.1),
  keeps('a very large number', 1e300),
  keeps('a very small number', 5e-324),
  keeps('NaN', Number.NaN),
  keeps('infinity', Infinity),
  keeps('true', true),
  keeps('null', null),
  keeps('an empty text', ''),
  keeps('Chinese and an emoji', '井盖😀'),
  keeps('quotes, slashes and line ends', '"\\\n\u0001'),
  keeps('a date', new Date(1_700_000_000_123)),
  keeps('a date before 1970', new Date(-1)),
  keeps('a list of everything', [1, 'a', null, true, [2, [3]], { b: 1 }]),
  keeps('undefined in a list becomes null', [1, undefined], [1, null]),
  keeps('undefined in an object is dropped', { a: undefined, b: 1 }, { b: 1 }),
  keeps('an empty object', {}),
  keeps('an empty list', []),
  keeps('names with dollars inside', { a$b: 1, 'a-b': 2 }),
  keeps('names like those every object has', { constructor: 1, toString: 2, hasOwnProperty: 3 }),
  {
    name: 'value: names like those every object has are not there by themselves',
    given: { main: [{ _id: 'x' }] },
    when: async ({ main, _ }) => (await main.where({ constructor: _.exists(true) }).count()).total,
    then: 0,
  },
  {
    name: 'value: the server’s date',
    when: async ({ main, db }) => {
      await main.add({ data: { _id: 'x', at: db.serverDate(), later: db.serverDate({ offset: 3_600_000 }) } })
      return (await main.doc('x').get()).data
    },
    then: { _id: 'x', at: isNow, later: isIn(3600) },
  },
  {
    name: 'value: the server’s date in an update',
    given: { main: [{ _id: 'x' }] },
    when: async ({ main, db }) => {
      await main.doc('x').update({ data: { o: { at: db.serverDate({ offset: -3_600_000 }) } } })
      return (await main.doc('x').get()).data.o.at
    },
    then: isIn(-3600),
  },
  {
    name: 'value: the server’s date in a query',
    given: {
      main: [
        { _id: 'past', at: new Date(0) },
        { _id: 'future', at: new Date(4e12) },
      ],
    },
    when: async ({ main, db, _ }) => (await main.where({ at: _.lt(db.serverDate()) }).get()).data[0]._id,
    then: 'past',
  },
  {
    name: 'value: a number as an id',
    when: async ({ main }) => {
      await main.add({ data: { _id: 42, a: 1 } })
      return (await main.doc(42).get()).data
    },
    then: { _id: 42, a: 1 },
  },
  {
    name: 'value: an id that the service makes is text of 32 hexadecimal digits',
    when: async ({ main }) => (await main.add({ data: { a: 1 } }))._id,
    then: /^[0-9a-f]{32}$/,
  },
  {
    name: 'value: a point comes back as one',
    when: async ({ main, db }) => {
      await main.add({ data: { _id: 'x', p: db.Geo.Point(113.3, 23.1) } })
      const { p } = (await main.doc('x').get()).data
      return [p.longitude, p.latitude]
    },
    then: [113.3, 23.1],
  },
]
