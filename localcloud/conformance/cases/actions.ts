import type { Case, Doc } from '../case'

const one: Doc = { _id: 'a', n: 1, o: { p: 1, q: 2 } }
const given = { main: [one] }

export const actions: Case[] = [
  {
    name: 'add: one document with an id',
    when: ({ main }) => main.add({ data: { _id: 'a', n: 1 } }),
    then: { _id: 'a', errMsg: 'collection.add:ok' },
  },
  {
    name: 'add: several documents',
    when: ({ main }) => main.add({ data: [{ _id: 'a' }, { _id: 'b' }] }),
    then: { _ids: ['a', 'b'], errMsg: 'collection.add:ok' },
  },
  {
    name: 'add: an id that is taken',
    given,
    when: ({ main }) => main.add({ data: { _id: 'a' } }),
    fails: {
      errCode: -502001,
      says: /^collection\.add:fail -502001 .*E11000 duplicate key error collection: .*_id_? dup key/,
    },
  },
  {
    name: 'add: what comes before an id that is taken stays',
    given,
    when: async ({ main }) => {
      await main.add({ data: [{ _id: 'b' }, { _id: 'a' }, { _id: 'c' }] }).catch(() => undefined)
      return (await main.orderBy('_id', 'asc').get()).data.map(({ _id }: Doc) => _id)
    },
    then: ['a', 'b'],
  },
  {
    name: 'add: a name that begins with a dollar',
    when: ({ main }) => main.add({ data: { $a: 1 } }),
    fails: { errCode: -502001 },
  },
  {
    name: 'add: a list as an id',
    when: ({ main }) => main.add({ data: { _id: [1] } }),
    fails: { errCode: -502001 },
  },
  {
    name: 'doc.get: a document',
    given,
    when: ({ main }) => main.doc('a').get(),
    then: { data: one, errMsg: 'document.get:ok' },
  },
  {
    name: 'doc.get: none',
    when: ({ main }) => main.doc('zz').get(),
    fails: { errCode: -1, says: /^document\.get:fail document with _id zz does not exist$/ },
  },
  {
    name: 'doc.get: none, asked not to fail',
    when: ({ cloud, nameOf }) =>
      cloud.database({ throwOnNotFound: false }).collection(nameOf('main')).doc('zz').get(),
    then: { data: null, errMsg: 'document.get:ok' },
  },
  {
    name: 'doc.get: some fields',
    given,
    when: ({ main }) => main.doc('a').field({ n: true }).get(),
    then: { data: { _id: 'a', n: 1 }, errMsg: 'document.get:ok' },
  },
  {
    name: 'get: everything',
    given,
    when: ({ main }) => main.get(),
    then: { data: [one], errMsg: 'collection.get:ok' },
  },
  {
    name: 'get: nothing matches',
    given,
    when: ({ main }) => main.where({ n: 2 }).get(),
    then: { data: [], errMsg: 'collection.get:ok' },
  },
  {
    name: 'count: all',
    given,
    when: ({ main }) => main.count(),
    then: { total: 1, errMsg: 'collection.count:ok' },
  },
  {
    name: 'count: some',
    given,
    when: ({ main, _ }) => main.where({ n: _.gt(1) }).count(),
    then: { total: 0, errMsg: 'collection.count:ok' },
  },
  {
    name: 'doc.update: a document',
    given,
    when: ({ main }) => main.doc('a').update({ data: { n: 2 } }),
    then: { stats: { updated: 1 }, errMsg: 'document.update:ok' },
  },
  {
    name: 'doc.update: none',
    when: ({ main }) => main.doc('zz').update({ data: { n: 2 } }),
    then: { stats: { updated: 0 }, errMsg: 'document.update:ok' },
  },
  {
    name: 'doc.update: to what it is',
    given,
    when: ({ main }) => main.doc('a').update({ data: { n: 1 } }),
    then: { stats: { updated: 1 }, errMsg: 'document.update:ok' },
  },
  {
    name: 'doc.set: over a document',
    given,
    when: async ({ main }) => [await main.doc('a').set({ data: { m: 1 } }), (await main.doc('a').get()).data],
    then: [
      { _id: 'a', stats: { updated: 1, created: 0 }, errMsg: 'document.set:ok' },
      { _id: 'a', m: 1 },
    ],
  },
  {
    name: 'doc.set: a new document',
    when: async ({ main }) => [await main.doc('b').set({ data: { m: 1 } }), (await main.doc('b').get()).data],
    then: [
      { _id: 'b', stats: { updated: 0, created: 1 }, errMsg: 'document.set:ok' },
      { _id: 'b', m: 1 },
    ],
  },
  {
    name: 'doc.set: to what it is',
    given,
    when: async ({ main }) => (await main.doc('a').set({ data: { n: 1, o: { p: 1, q: 2 } } })).stats,
    then: { updated: 1, created: 0 },
  },
  {
    name: 'doc.set: a name that begins with a dollar',
    given,
    when: ({ main }) => main.doc('b').set({ data: { a: 1, $b: 1 } }),
    fails: { errCode: -502001 },
  },
  {
    name: 'doc.remove: a document',
    given,
    when: ({ main }) => main.doc('a').remove(),
    then: { stats: { removed: 1 }, errMsg: 'document.remove:ok' },
  },
  {
    name: 'doc.remove: none',
    when: ({ main }) => main.doc('zz').remove(),
    then: { stats: { removed: 0 }, errMsg: 'document.remove:ok' },
  },
  {
    name: 'aggregate: the shape of its answer',
    given,
    when: ({ main }) => main.aggregate().match({ n: 1 }).end(),
    then: { list: [one], errMsg: 'collection.aggregate:ok' },
  },
  {
    name: 'createCollection: one that is there',
    when: ({ db, nameOf }) => db.createCollection(nameOf('main')),
    fails: { errCode: -1, code: 'DATABASE_COLLECTION_ALREADY_EXIST', says: /Table exist/ },
  },
]
