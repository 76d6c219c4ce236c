import { databaseError } from '../serviceError'
import { compareValues, typeRank } from './compare'
import type { Stage } from './aggregation'
import { isFields, type Value } from './value'

interface Bucket {
  groupBy: Value
  boundaries: Value[]
  default?: Value
  output?: Record<string, Value>
}

/**
 * `$bucket` as the database itself runs it: as a group by the boundary below, sorted by it.
 * @throws when the boundaries are no list of rising values of one type
 */
export const bucketStages = (operand: unknown): Stage[] => {
  const { groupBy, boundaries, default: other, output } = operand as Bucket
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw databaseError("The $bucket 'boundaries' field must have at least 2 values")
  for (const [n, boundary] of boundaries.slice(1).entries())
    if (
      typeRank(boundary) !== typeRank(boundaries[n]) ||
      compareValues(boundary, boundaries[n]) <= 0 ||
      isFields(boundary)
    )
      throw databaseError("The 'boundaries' option to $bucket must be sorted values of one type")
  const branches = boundaries.slice(1).map((above, n) => ({
    case: {
      $and: [{ $gte: [groupBy, { $literal: boundaries[n] }] }, { $lt: [groupBy, { $literal: above }] }],
    },
    then: { $literal: boundaries[n] },
  }))
  return [
    {
      $group: {
        _id: { $switch: { branches, ...(other !== undefined && { default: { $literal: other } }) } },
        ...(output ?? { count: { $sum: 1 } }),
      },
    },
    { $sort: { _id: 1 } },
  ]
}
