import fc from 'fast-check'
import { requestMoves } from '../../contract/requestTerms'
import { Refusal } from '../../contract/refusal'
import { tiers } from '../../contract/tiers'
import { after, offered, type Step, step, take, wang } from '../../domain/request/exampleMoves'
import { exampleRequest } from '../../domain/request/exampleRequest'
import type { Request } from '../../domain/request/request'
import { hour } from '../../domain/time/china'

// Requests brought through their life cycle at random, for property tests.

/** A step, or instead of its move one of those that can be made now: else the far ends of the life cycle would never be reached. */
type Drawn = Step & { lawful?: number }

export const steps: fc.Arbitrary<Drawn[]> = fc.array(
  fc.record({
    move: fc.constantFrom(...requestMoves, 'wait') as fc.Arbitrary<Step['move']>,
    hours: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 500 })),
    solved: fc.constantFrom('yes', 'partly', 'no'),
    tier: fc.constantFrom(...tiers),
    yes: fc.boolean(),
    lawful: fc.option(fc.nat(15), { nil: undefined, freq: 4 }),
  }),
  { maxLength: 25 },
)
/** The hotline wants it done within so many hours. */
const fromHotline = (hours: number): Request => {
  const first = exampleRequest()
  const external = { system: '12345', number: 'GD-1', due: first.createdAt + hours * hour }
  return exampleRequest({ brought: { by: wang, source: 'hotline', external } }, { tier: 'C' })
}
/** Requests just come in. */
export const fresh = fc
  .record({ tier: fc.constantFrom(...tiers), sure: fc.boolean() })
  .map(({ tier, sure }) => exampleRequest({}, { tier, sure }))
/** Requests just come in, and some far on their way, which chance would seldom bring there. */
export const starts = fc.oneof(
  { weight: 3, arbitrary: fresh },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 500 }).map(hours => fromHotline(hours)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<Step['move'][][]>(
        [['accept'], ['extend', 'decideExtension']],
        [['accept'], ['extend', 'decideExtension', 'suspend']],
        [['accept'], ['resolve']],
      )
      .map(way => after(exampleRequest({}, { tier: 'D' }), ...way.flat().map(move => step(move)))),
  },
)

/** Walks the steps, checking after each one that it changed what it may and nothing else. */
export const walk = (
  first: Request,
  taken: Drawn[],
  check: (before: Request, after: Request, at: number, refused: boolean, step: Step) => void,
) => {
  let request = first
  let at = first.events.at(-1)?.at ?? first.createdAt
  taken.forEach(({ lawful, ...drawn }, n) => {
    at += drawn.hours * hour
    const before = request
    const can = requestMoves.filter(move => offered(before, move, at))
    const move = lawful !== undefined && can.length ? can[lawful % can.length] : undefined
    const step = move ? { ...drawn, move } : drawn
    let refused = false
    try {
      request = take(before, step, at, n)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // Nothing changes when a tier is changed to itself.
      if (error.code === 'invalid' && step.move === 'retier') return
      if (error.code !== 'wrongState') throw error
      refused = true
    }
    check(before, request, at, refused, step)
  })
}

/** What must hold after every step of every walk. */
export const always = (check: Parameters<typeof walk>[2], how: fc.Parameters<unknown> = {}) =>
  fc.assert(
    fc.property(starts, steps, (first, taken) => walk(first, taken, check)),
    { numRuns: 200, ...how } as fc.Parameters<[Request, Drawn[]]>,
  )
