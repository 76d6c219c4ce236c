import type { Case } from './case'
import { actions } from './cases/actions'
import { combinations } from './cases/combinations'
import { counters } from './cases/counters'
import { lookups } from './cases/lookups'
import { missingCollections } from './cases/missingCollections'
import { queriesInLists } from './cases/queriesInLists'
import { runTransactions } from './cases/runTransactions'
import { uniqueIndexes } from './cases/uniqueIndexes'
import { updatesOfLists } from './cases/updatesOfLists'
import { stages } from './cases/stages'
import { groups } from './cases/groups'
import { schemas } from './cases/schemas'
import { expressions } from './cases/expressions'
import { dates } from './cases/dates'
import { placeCases } from './cases/places'
import { transactions } from './cases/transactions'
import { orders } from './cases/orders'
import { patterns } from './cases/patterns'
import { projections } from './cases/projections'
import { queries } from './cases/queries'
import { refusedQueries } from './cases/refusedQueries'
import { refusedUpdates } from './cases/refusedUpdates'
import { updateCases } from './cases/updates'
import { updatesOfMany } from './cases/updatesOfMany'
import { values } from './cases/values'

/** Every check of the suite, in the order in which they run. */
export const allCases: readonly Case[] = [
  ...queries,
  ...combinations,
  ...queriesInLists,
  ...patterns,
  ...refusedQueries,
  ...updateCases,
  ...updatesOfLists,
  ...refusedUpdates,
  ...updatesOfMany,
  ...projections,
  ...orders,
  ...values,
  ...transactions,
  ...runTransactions,
  ...counters,
  ...placeCases,
  ...dates,
  ...expressions,
  ...schemas,
  ...groups,
  ...stages,
  ...lookups,
  ...actions,
  ...missingCollections,
  ...uniqueIndexes,
]
