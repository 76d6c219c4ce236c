import type { Case, Doc, Loose, Sdk } from '../case'

const given = {
  main: [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ],
}
/** A check of transactions, with the documents `a` and `b`. */
export const tx = (name: string, when: Case['when'], then: unknown): Case => ({
  name: `transaction: ${name}`,
  given,
  when,
  then,
})

/** How a call inside a transaction failed. */
export const failure = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'it did not fail',
    (error: { code?: string; errMsg?: string; message?: string }) => String(error.errMsg ?? error.message),
  )
const conflict =
  /^document\.(update|set|get|remove):fail -501001 .*\[ResourceUnavailable\.TransactionConflict\]/
const gone = /TransactionNotExist/
const begin = async ({ db, nameOf }: Sdk): Promise<{ transaction: Loose; main: Loose }> => {
  const transaction = await db.startTransaction()
  return { transaction, main: transaction.collection(nameOf('main')) }
}
/** The number that a document holds. */
export const n = async (main: Loose, id = 'a') => (await main.doc(id).get()).data.n

export const transactions: Case[] = [
  tx(
    'what is committed stays',
    async sdk => {
      const { transaction, main } = await begin(sdk)
      await main.doc('a').update({ data: { n: sdk._.inc(1) } })
      await transaction.commit()
      return n(sdk.main)
    },
    2,
  ),
  tx(
    'what is rolled back is gone',
    async sdk => {
      const { transaction, main } = await begin(sdk)
      await main.doc('a').update({ data: { n: 9 } })
      await main.add({ data: { _id: 'c' } })
      await main.doc('b').remove()
      await transaction.rollback()
      return [await n(sdk.main), (await sdk.main.count()).total]
    },
    [1, 2],
  ),
  tx(
    'it sees its own writes, others do not',
    async sdk => {
      const { transaction, main } = await begin(sdk)
      await main.doc('a').update({ data: { n: 2 } })
      await main.add({ data: { _id: 'c', n: 3 } })
      const seen = [await n(main), await n(main, 'c'), await n(sdk.main), (await sdk.main.count()).total]
      await transaction.rollback()
      return seen
    },
    [2, 3, 1, 2],
  ),
  tx(
    'doc.set makes a document',
    async sdk => {
      const { transaction, main } = await begin(sdk)
      const { stats } = await main.doc('c').set({ data: { n: 5 } })
      await transaction.commit()
      return [stats.created, await n(sdk.main, 'c')]
    },
    [0, 5],
  ),
  tx(
    'doc.remove takes one away',
    async sdk => {
      const { transaction, main } = await begin(sdk)
      const { stats } = await main.doc('a').remove()
      const inside = await failure(main.doc('a').get())
      await transaction.commit()
      return [stats.removed, inside, (await sdk.main.count()).total]
    },
    [1, /does not exist/, 1],
  ),
  tx(
    'where().get sees its writes',
    async sdk => {
      const { transaction, main } = await begin(sdk)
      await main.doc('a').update({ data: { n: 7 } })
      const { data } = await main.where({ n: sdk._.gt(0) }).get()
      await transaction.rollback()
      return data.map((one: Doc) => one.n).sort()
    },
    [1, 7],
  ),
  tx(
    'its picture is taken at the first operation, not at the start',
    async sdk => {
      const { transaction, main } = await begin(sdk)
      await sdk.main.doc('a').update({ data: { n: 5 } })
      const first = await n(main)
      await sdk.main.doc('a').update({ data: { n: 6 } })
      const second = await n(main)
      await transaction.rollback()
      return [first, second]
    },
    [5, 5],
  ),
  tx(
    'a document made after its picture is not there',
    async sdk => {
      const { transaction, main } = await begin(sdk)
      await n(main)
      await sdk.main.add({ data: { _id: 'c' } })
      const seen = await failure(main.doc('c').get())
      await transaction.rollback()
      return seen
    },
    /does not exist/,
  ),
  tx(
    'the first writer wins, at once',
    async sdk => {
      const one = await begin(sdk)
      const two = await begin(sdk)
      await one.main.doc('a').update({ data: { n: 2 } })
      const lost = await failure(two.main.doc('a').update({ data: { n: 3 } }))
      await one.transaction.commit()
      return [lost, await n(sdk.main)]
    },
    [conflict, 2],
  ),
  tx(
    'a write to what was changed after its picture conflicts',
    async sdk => {
      const { main } = await begin(sdk)
      await n(main)
      await sdk.main.doc('a').update({ data: { n: 5 } })
      return [await failure(main.doc('a').update({ data: { n: 6 } })), await n(sdk.main)]
    },
    [conflict, 5],
  ),
  tx(
    'after a conflict it is over',
    async sdk => {
      const one = await begin(sdk)
      const two = await begin(sdk)
      await one.main.doc('a').update({ data: { n: 2 } })
      await failure(two.main.doc('a').update({ data: { n: 3 } }))
      const late = [await failure(two.main.doc('b').get()), await failure(two.transaction.commit())]
      await one.transaction.rollback()
      return late
    },
    [gone, gone],
  ),
  tx(
    'two may skew: what they only read is not looked at',
    async sdk => {
      const one = await begin(sdk)
      const two = await begin(sdk)
      await n(one.main, 'b')
      await n(two.main, 'a')
      await one.main.doc('a').update({ data: { n: 10 } })
      await two.main.doc('b').update({ data: { n: 10 } })
      await one.transaction.commit()
      await two.transaction.commit()
      return [await n(sdk.main, 'a'), await n(sdk.main, 'b')]
    },
    [10, 10],
  ),
  tx(
    'nothing more after commit',
    async sdk => {
      const { transaction, main } = await begin(sdk)
      await n(main)
      await transaction.commit()
      return [await failure(main.doc('a').get()), await failure(transaction.commit())]
    },
    [gone, gone],
  ),
  tx(
    'where().update runs outside of it',
    async sdk => {
      const { transaction, main } = await begin(sdk)
      await n(main, 'b')
      await main.where({ _id: 'a' }).update({ data: { n: 8 } })
      const outside = await n(sdk.main)
      await transaction.rollback()
      return [outside, await n(sdk.main)]
    },
    [8, 8],
  ),
  tx(
    'more than 1,000 documents',
    async sdk => {
      const { transaction, main } = await begin(sdk)
      for (let batch = 0; batch < 11; batch++)
        await main.add({ data: Array.from({ length: 100 }, (_, i) => ({ _id: `m${batch}-${i}` })) })
      await transaction.commit()
      return (await sdk.main.count()).total
    },
    1102,
  ),
  tx(
    'patterns and dates inside',
    async sdk => {
      const { transaction, main } = await begin(sdk)
      await main.add({ data: { _id: 'c', s: 'abc', at: new Date(5) } })
      const { data } = await main.where({ s: /^AB/i }).get()
      await transaction.rollback()
      return data
    },
    [{ _id: 'c', s: 'abc', at: new Date(5) }],
  ),
  {
    name: 'transaction: documents may change their unique keys with each other',
    given: {
      unique: [
        { _id: 'a', code: 1 },
        { _id: 'b', code: 2 },
      ],
    },
    when: async sdk => {
      const transaction = await sdk.db.startTransaction()
      const unique = transaction.collection(sdk.nameOf('unique'))
      await unique.doc('a').update({ data: { code: 3 } })
      await unique.doc('b').update({ data: { code: 1 } })
      await unique.doc('a').update({ data: { code: 2 } })
      await transaction.commit()
      return (await sdk.unique.orderBy('_id', 'asc').get()).data
    },
    then: [
      { _id: 'a', code: 2 },
      { _id: 'b', code: 1 },
    ],
  },
  {
    name: 'transaction: a unique key that a committed document has',
    given: { unique: [{ _id: 'a', code: 1 }] },
    when: async sdk => {
      const transaction = await sdk.db.startTransaction()
      const said = await failure(
        transaction.collection(sdk.nameOf('unique')).add({ data: { _id: 'b', code: 1 } }),
      )
      await failure(transaction.rollback())
      return said
    },
    then: /E11000/,
  },
]
