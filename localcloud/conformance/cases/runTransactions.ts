import type { Case, Loose } from '../case'
import { failure, n, tx } from './transactions'

export const runTransactions: Case[] = [
  tx(
    'runTransaction commits and gives what its work gives',
    async sdk => {
      const given = await sdk.db.runTransaction(async (transaction: Loose) => {
        const main = transaction.collection(sdk.nameOf('main'))
        await main.doc('a').update({ data: { n: (await n(main)) + 1 } })
        return 'done'
      })
      return [given, await n(sdk.main)]
    },
    ['done', 2],
  ),
  tx(
    'runTransaction rolls back when its work fails',
    async sdk => {
      const said = await failure(
        sdk.db.runTransaction(async (transaction: Loose) => {
          await transaction
            .collection(sdk.nameOf('main'))
            .doc('a')
            .update({ data: { n: 9 } })
          throw new Error('no')
        }),
      )
      return [said, await n(sdk.main)]
    },
    ['no', 1],
  ),
  tx(
    'runTransaction: rollback in its work rejects with the reason',
    async sdk => {
      const reason = await sdk.db
        .runTransaction(async (transaction: Loose) => {
          await transaction
            .collection(sdk.nameOf('main'))
            .doc('a')
            .update({ data: { n: 9 } })
          await transaction.rollback('why')
        })
        .catch((thrown: unknown) => thrown)
      return [reason, await n(sdk.main)]
    },
    ['why', 1],
  ),
]
