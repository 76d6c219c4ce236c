import type { Case, Loose } from '../case'
import { n, tx } from './transactions'

/** Read, add one, write, by many at once: with their own retries every one of them counts. */
const counter = (writers: number): Case =>
  tx(
    `${writers} at once end at exactly ${writers}`,
    async sdk => {
      const add = () =>
        sdk.db.runTransaction(async (transaction: Loose) => {
          const document = transaction.collection(sdk.nameOf('main')).doc('a')
          const { data } = await document.get()
          await document.update({ data: { n: data.n + 1 } })
        })
      const started = Date.now()
      await add()
      // A try in two turns for each of them, however long one takes here: with a fixed wait a slow machine would see
      // nothing but collisions.
      const waitMs = 2 * writers * Math.max(Date.now() - started, 5)
      await sdk.main.doc('a').set({ data: { n: 0 } })
      await Promise.all(Array.from({ length: writers }, () => untilDone(add, waitMs)))
      return n(sdk.main)
    },
    writers,
  )

/** Tries again after a conflict, within a wait that nobody else chooses. */
const untilDone = async (work: () => Promise<unknown>, waitMs: number): Promise<void> => {
  for (;;) {
    try {
      await work()
      return
    } catch (error) {
      const { errMsg = '', message = '' } = error as { errMsg?: string; message?: string }
      if (!/Transaction(Conflict|Busy|NotExist)/.test(errMsg + message)) throw error
      await new Promise(done => setTimeout(done, Math.random() * waitMs))
    }
  }
}

export const counters: Case[] = [20, 200].map(counter)
