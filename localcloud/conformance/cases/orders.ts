import { type Case, type Doc, idsOf } from '../case'

/** One value of every type, already in MongoDB's order. */
const types: Doc[] = [
  { _id: 'a-empty', v: [] },
  { _id: 'b-null', v: null },
  { _id: 'c-infinite', v: -Infinity },
  { _id: 'd-number', v: -1.5 },
  { _id: 'e-number', v: 0 },
  { _id: 'f-number', v: 3_000_000_000 },
  { _id: 'g-text', v: '' },
  { _id: 'h-text', v: 'B' },
  { _id: 'i-text', v: 'a' },
  { _id: 'j-text', v: 'ab' },
  { _id: 'k-text', v: '中' },
  { _id: 'l-text', v: '😀' },
  { _id: 'm-object', v: { a: 1 } },
  { _id: 'n-object', v: { a: 2 } },
  { _id: 'o-object', v: { b: 1 } },
  { _id: 'p-object', v: { a: 'x' } },
  { _id: 'q-false', v: false },
  { _id: 'r-true', v: true },
  { _id: 's-date', v: new Date(-5) },
  { _id: 't-date', v: new Date(5) },
]
const ids = types.map(({ _id }) => _id)
const shuffled = types.map((_, n) => types[(n * 7) % types.length] as Doc)

const lists: Doc[] = [
  { _id: 'one', v: [5, 1] },
  { _id: 'two', v: 2 },
  { _id: 'three', v: [3] },
  { _id: 'text', v: ['a', 0] },
]
const people: Doc[] = [
  { _id: '1', name: 'b', age: 1, o: { n: 3 } },
  { _id: '2', name: 'a', age: 2, o: { n: 1 } },
  { _id: '3', name: 'a', age: 1 },
  { _id: '4', name: 'b', age: 2, o: { n: 2 } },
]

export const orders: Case[] = [
  {
    name: 'order: of types, rising',
    given: { main: shuffled },
    when: ({ main }) => idsOf(main.orderBy('v', 'asc')),
    then: ids,
  },
  {
    name: 'order: of types, falling',
    given: { main: shuffled },
    when: ({ main }) => idsOf(main.orderBy('v', 'desc')),
    then: [...ids].reverse(),
  },
  {
    name: 'order: what is missing stands with null',
    given: { main: [{ _id: 'a', v: 0 }, { _id: 'b' }, { _id: 'c', v: [] }] },
    when: ({ main }) => idsOf(main.orderBy('v', 'asc')),
    then: ['c', 'b', 'a'],
  },
  {
    name: 'order: a list by its least element, rising',
    given: { main: lists },
    when: ({ main }) => idsOf(main.orderBy('v', 'asc')),
    then: ['text', 'one', 'two', 'three'],
  },
  {
    name: 'order: a list by its greatest element, falling',
    given: { main: lists },
    when: ({ main }) => idsOf(main.orderBy('v', 'desc')),
    then: ['text', 'one', 'three', 'two'],
  },
  {
    name: 'order: by two fields',
    given: { main: people },
    when: ({ main }) => idsOf(main.orderBy('name', 'asc').orderBy('age', 'desc')),
    then: ['2', '3', '4', '1'],
  },
  {
    name: 'order: by a member',
    given: { main: people },
    when: ({ main }) => idsOf(main.orderBy('o.n', 'asc')),
    then: ['3', '2', '4', '1'],
  },
  {
    name: 'order: skip and limit come after it',
    given: { main: people },
    when: ({ main }) => idsOf(main.orderBy('_id', 'desc').skip(1).limit(2)),
    then: ['3', '2'],
  },
  {
    name: 'order: skip beyond the end',
    given: { main: people },
    when: ({ main }) => idsOf(main.orderBy('_id', 'asc').skip(9)),
    then: [],
  },
  {
    name: 'order: with a condition on another field',
    given: { main: people },
    when: ({ main }) => idsOf(main.where({ age: 2 }).orderBy('name', 'desc')),
    then: ['4', '2'],
  },
  {
    name: 'order: comparison within a type follows it, too',
    given: { main: shuffled },
    when: ({ main, _ }) => idsOf(main.where({ v: _.gte('a') }).orderBy('v', 'asc')),
    then: ['i-text', 'j-text', 'k-text', 'l-text'],
  },
  {
    name: 'order: comparison of objects',
    given: { main: shuffled },
    when: ({ main, _ }) => idsOf(main.where({ v: _.gt({ a: 1 }) }).orderBy('v', 'asc')),
    then: ['n-object', 'o-object', 'p-object'],
  },
  {
    name: 'page: 100 documents when no limit is given',
    given: { main: Array.from({ length: 130 }, (_, n) => ({ _id: `d${String(n).padStart(3, '0')}` })) },
    when: async ({ main }) => (await main.orderBy('_id', 'asc').get()).data.length,
    then: 100,
  },
  {
    name: 'page: a limit above 100',
    given: { main: Array.from({ length: 130 }, (_, n) => ({ _id: `d${String(n).padStart(3, '0')}` })) },
    when: async ({ main }) => (await main.orderBy('_id', 'asc').limit(1000).get()).data.length,
    then: 130,
  },
  {
    name: 'page: 1,000 documents at most',
    given: { main: Array.from({ length: 1010 }, (_, n) => ({ _id: `d${String(n).padStart(4, '0')}` })) },
    when: async ({ main }) => (await main.limit(5000).get()).data.length,
    then: 1000,
  },
  {
    name: 'page: a count has no limit',
    given: { main: Array.from({ length: 1010 }, (_, n) => ({ _id: `d${String(n).padStart(4, '0')}` })) },
    when: async ({ main }) => (await main.count()).total,
    then: 1010,
  },
]
