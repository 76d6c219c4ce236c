import fc from 'fast-check'
import type { Value } from '../engine/value'

// Values of which there are few, for property tests: so that what is asked for is often there.

/** What a field holds. */
export const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('', 'a', 'ab', 'b', '中'),
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: 0, max: 3 }).map(at => new Date(at)),
)

/** What an order is asked of. */
export const bound = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('', 'a', 'ab', 'b'))

/** What is asked of a field. */
export const condition: fc.Arbitrary<Value> = fc.oneof(
  scalar,
  fc.record({ $gt: bound }) as fc.Arbitrary<Value>,
  fc.record({ $lte: bound }) as fc.Arbitrary<Value>,
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }) as fc.Arbitrary<Value>,
  fc.record({ $ne: scalar }) as fc.Arbitrary<Value>,
)
