import { compareSortValues, sortValue } from './compare'
import { type Document, valuesAt } from './value'

/** Fields and directions, the most important first. */
export type Order = [field: string, direction: 1 | -1][]

/** The items in the order of their documents, by MongoDB's rules; equal ones stay as they were. */
export const sortDocuments = <T>(items: T[], order: Order, documentOf: (item: T) => Document): T[] => {
  const keyed = items.map(item => ({
    item,
    keys: order.map(([field, direction]) => sortValue(valuesAt(documentOf(item), field), direction)),
  }))
  keyed.sort((a, b) => {
    for (const [n, [, direction]] of order.entries()) {
      const difference = compareSortValues(a.keys[n], b.keys[n])
      if (difference) return difference * direction
    }
    return 0
  })
  return keyed.map(({ item }) => item)
}
