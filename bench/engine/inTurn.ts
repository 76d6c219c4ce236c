import { rounded } from '../figure'

/** For the times of two sides. */
export const times = (): [number[], number[]] => [[], []]

/** A time in ms, in µs with one decimal. */
export const microseconds = (ms: number): number => rounded(ms * 1000, 1)

/** How often a side does its work before it is the other's turn. */
export const burst = 5

/**
 * Each side does its work `burst` times, one side first in even rounds and the other in odd ones. What a side is asked
 * is made up before the time begins.
 */
export const inTurn = (round: number, into: number[][], sides: (() => () => unknown)[]): void => {
  for (let n = 0; n < sides.length; n++) {
    const which = (n + round) % sides.length
    for (let time = 0; time < burst; time++) {
      const work = sides[which]?.()
      const started = performance.now()
      work?.()
      into[which]?.push(performance.now() - started)
    }
  }
}

/** The same numbers between 0 and 1 in every run. */
export const numbers = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}
