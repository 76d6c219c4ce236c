import type { Case } from '../case'

const taken = { errCode: -502001, says: /E11000 duplicate key error collection/ }

export const uniqueIndexes: Case[] = [
  {
    name: 'unique index: a second document with the key',
    given: { unique: [{ _id: 'a', code: 1 }] },
    when: ({ unique }) => unique.add({ data: { _id: 'b', code: 1 } }),
    fails: taken,
  },
  {
    name: 'unique index: an update to a key that is taken',
    given: {
      unique: [
        { _id: 'a', code: 1 },
        { _id: 'b', code: 2 },
      ],
    },
    when: ({ unique }) => unique.doc('b').update({ data: { code: 1 } }),
    fails: taken,
  },
  {
    name: 'unique index: what is missing counts as null, and that once',
    given: { unique: [{ _id: 'a' }] },
    when: ({ unique }) => unique.add({ data: { _id: 'b', code: null } }),
    fails: taken,
  },
  {
    name: 'unique index: keys of two types differ',
    given: { unique: [{ _id: 'a', code: 1 }] },
    when: async ({ unique }) => (await unique.add({ data: { _id: 'b', code: '1' } }))._id,
    then: 'b',
  },
  {
    name: 'unique index: a document may keep its own key',
    given: { unique: [{ _id: 'a', code: 1 }] },
    when: async ({ unique }) => (await unique.doc('a').set({ data: { code: 1, n: 2 } })).stats,
    then: { updated: 1, created: 0 },
  },
  {
    name: 'unique index: every element of a list is a key',
    given: { unique: [{ _id: 'a', code: [1, 2] }] },
    when: ({ unique }) => unique.add({ data: { _id: 'b', code: [2, 3] } }),
    fails: taken,
  },
  {
    name: 'unique index: a key is free again when its document is gone',
    given: { unique: [{ _id: 'a', code: 1 }] },
    when: async ({ unique }) => {
      await unique.doc('a').remove()
      return (await unique.add({ data: { _id: 'b', code: 1 } }))._id
    },
    then: 'b',
  },
]
