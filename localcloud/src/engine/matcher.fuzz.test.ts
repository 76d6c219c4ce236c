import fc from 'fast-check'
import { Query as MingoQuery } from 'mingo/query'
import { Context } from 'mingo/core'
import * as mingoOperators from 'mingo/operators/query'
import { bound, condition, scalar } from '../testing/fewValues'
import { compileQuery, type Query } from './matcher'
import type { Document, Value } from './value'

it('agrees with a slow oracle about what matches', () => {
  const context = Context.init({ query: mingoOperators } as never)
  const nested = fc.record({ x: scalar, y: fc.array(scalar, { maxLength: 2 }) }, { requiredKeys: [] })
  const some = fc.record(
    { a: scalar, n: nested, l: fc.array(fc.oneof(scalar, nested), { maxLength: 3 }) },
    { requiredKeys: [] },
  )
  const asks: fc.Arbitrary<Value> = fc.oneof(
    condition,
    fc.record({ $nin: fc.array(scalar, { maxLength: 2 }) }) as fc.Arbitrary<Value>,
    fc.record({ $exists: fc.boolean() }) as fc.Arbitrary<Value>,
    fc.record({ $size: fc.nat(2) }) as fc.Arbitrary<Value>,
    fc.record({ $not: fc.record({ $gt: bound }) }) as fc.Arbitrary<Value>,
    fc.constant({ $regex: /^a/ } as Value),
  )
  const one = fc
    .tuple(fc.constantFrom('a', 'n.x', 'n.y', 'l'), asks)
    .map(([field, value]): Query => ({ [field]: value }))
  const several: fc.Arbitrary<Query> = fc.oneof(
    one,
    fc.array(one, { minLength: 1, maxLength: 3 }).map(all => ({ $or: all as Value[] }) as Query),
    fc.array(one, { minLength: 1, maxLength: 3 }).map(all => ({ $nor: all as Value[] }) as Query),
  )
  fc.assert(
    fc.property(some, several, (fields, asked) => {
      const document = { _id: 'd', ...fields } as Document
      const oracle = new MingoQuery(asked as never, { context } as never).test(document as never)
      expect(compileQuery(asked)(document)).toBe(oracle)
    }),
    { numRuns: 3000 },
  )
})
