/** Weights are between -most and most. */
const most = 127

/**
 * The `size` whole numbers that stand for the weights with the least sum of squared errors: the best cuts of the range into
 * so many stretches, each with its mean, found exactly by dynamic programming.
 */
export const codebookOf = (weights: Iterable<number>, size: number): number[] => {
  const values = Array.from({ length: 2 * most + 1 }, (_, i) => i - most)
  const counts = values.map(() => 0)
  for (const weight of weights) counts[weight + most]!++
  const count = sumsOf(counts)
  const sum = sumsOf(values.map((value, i) => value * counts[i]!))
  const squares = sumsOf(values.map((value, i) => value * value * counts[i]!))
  const meanOf = (from: number, end: number) =>
    Math.round((sum[end]! - sum[from]!) / (count[end]! - count[from]! || 1))
  const lossOf = (from: number, end: number) => {
    const mean = meanOf(from, end)
    return (
      squares[end]! -
      squares[from]! -
      2 * mean * (sum[end]! - sum[from]!) +
      mean * mean * (count[end]! - count[from]!)
    )
  }
  // losses[end]: the least loss of the values before `end` with as many codes as rounds so far; cuts: where the last begins.
  let losses = values.map((_, i) => lossOf(0, i + 1))
  losses.unshift(0)
  const cuts: number[][] = []
  for (let codes = 2; codes <= size; codes++) {
    const before = losses
    const begins = before.map(() => 0)
    losses = before.map((_, end) => {
      let least = Infinity
      for (let from = 0; from <= end; from++) {
        const loss = before[from]! + lossOf(from, end)
        if (loss < least) [least, begins[end]] = [loss, from]
      }
      return least
    })
    cuts.push(begins)
  }
  const codebook: number[] = []
  let end = values.length
  for (const begins of [...cuts].reverse()) {
    codebook.unshift(meanOf(begins[end]!, end))
    end = begins[end]!
  }
  return [meanOf(0, end), ...codebook]
}

/** Of each place the sum of what is before it. */
const sumsOf = (numbers: readonly number[]): number[] => {
  const sums = [0]
  for (const [i, number] of numbers.entries()) sums.push(sums[i]! + number)
  return sums
}
