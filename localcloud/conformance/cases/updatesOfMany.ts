import type { Case, Doc } from '../case'

const three: Doc[] = [
  {
    _id: 'a',
    n: 1,
    l: [
      { k: 1, v: 1 },
      { k: 2, v: 1 },
    ],
  },
  {
    _id: 'b',
    n: 2,
    l: [
      { k: 2, v: 1 },
      { k: 2, v: 2 },
    ],
  },
  { _id: 'c', n: 3, l: [] },
]
const given = { main: three }
const stored = async (main: {
  orderBy: (field: string, order: string) => { get: () => Promise<{ data: Doc[] }> }
}) => (await main.orderBy('_id', 'asc').get()).data

export const updatesOfMany: Case[] = [
  {
    name: 'update of many: all that match',
    given,
    when: async ({ main, _ }) => {
      const { stats } = await main.where({ n: _.gte(2) }).update({ data: { n: _.inc(10) } })
      return [stats.updated, ...(await stored(main)).map(({ n }) => n)]
    },
    then: [2, 1, 12, 13],
  },
  {
    name: 'update of many: none matches',
    given,
    when: async ({ main }) => (await main.where({ n: 9 }).update({ data: { n: 1 } })).stats,
    then: { updated: 0 },
  },
  {
    name: 'update of many: a document that stays the same counts, too',
    given,
    when: async ({ main }) => (await main.where({ n: 1 }).update({ data: { n: 1 } })).stats,
    then: { updated: 1 },
  },
  {
    name: 'update of many: the position that the query found',
    given,
    when: async ({ main }) => {
      await main.where({ 'l.k': 2 }).update({ data: { 'l.$.v': 9 } })
      return (await stored(main)).map(({ l }) => (l as Doc[]).map(({ v }) => v))
    },
    then: [[1, 9], [9, 2], []],
  },
  {
    name: 'update of many: the position that _.elemMatch found',
    given,
    when: async ({ main, _ }) => {
      await main.where({ l: _.elemMatch({ k: 2, v: 2 }) }).update({ data: { 'l.$.v': 9 } })
      return (await stored(main)).map(({ l }) => (l as Doc[]).map(({ v }) => v))
    },
    then: [[1, 1], [1, 9], []],
  },
  {
    name: 'update of many: every element',
    given,
    when: async ({ main, _ }) => {
      await main.where({ n: _.lte(3) }).update({ data: { 'l.$[].v': _.inc(1) } })
      return (await stored(main)).map(({ l }) => (l as Doc[]).map(({ v }) => v))
    },
    then: [[2, 2], [2, 3], []],
  },
  {
    name: 'update of many: no position was found',
    given,
    when: ({ main }) => main.where({ n: 1 }).update({ data: { 'l.$.v': 9 } }),
    fails: { errCode: -502001, says: /positional operator did not find the match/ },
  },
  {
    name: 'update of many: the first that fails ends it, and what was done before it stays',
    given: {
      main: [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 'x' },
        { _id: 'c', n: 1 },
      ],
    },
    when: async ({ main, _ }) => {
      const failed = await main
        .where({ _id: _.in(['a', 'b', 'c']) })
        .update({ data: { n: _.inc(1) } })
        .catch(({ errCode }: { errCode: number }) => errCode)
      return [failed, ...(await stored(main)).map(({ n }) => n)]
    },
    then: [-502001, 2, 'x', 1],
  },
  {
    name: 'removal: all that match',
    given,
    when: async ({ main, _ }) => [
      (await main.where({ n: _.lt(3) }).remove()).stats,
      (await stored(main)).length,
    ],
    then: [{ removed: 2 }, 1],
  },
  {
    name: 'removal: order, skip and limit are ignored',
    given,
    when: async ({ main, _ }) =>
      (
        await main
          .where({ n: _.gt(0) })
          .orderBy('n', 'asc')
          .skip(1)
          .limit(1)
          .remove()
      ).stats,
    then: { removed: 3 },
  },
  {
    name: 'removal: none matches',
    given,
    when: async ({ main }) => (await main.where({ n: 9 }).remove()).stats,
    then: { removed: 0 },
  },
]
