/** One measured number. A ratio names what it was measured against, in the same run. */
export interface Figure {
  name: string
  value: number
  unit: string
  against?: string
  ratio?: number
  /** What it must not exceed: `value`, or `ratio` where there is one. */
  bar?: number
  /** The same for what must not fall below it. */
  least?: number
}

/** The middle of some measurements. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** A number with so many decimals at the most. */
export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))
