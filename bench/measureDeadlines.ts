import { dailyDifferences, randomDifferences } from './deadlineCases'
import type { Figure } from './figure'

const randomCases = 100_000

/** Due times against a count minute by minute: random cases with pauses and extensions, and every day from 2019 to 2026. */
export const measureDeadlines = async (): Promise<Figure[]> => {
  const random = randomDifferences(randomCases, 20_261_125)
  const daily = dailyDifferences(1, 20_261_125)
  const differences = [...random, ...daily.differences]
  differences.slice(0, 5).forEach(difference => console.error(JSON.stringify(difference)))
  return [
    {
      name: 'deadline.differences',
      value: differences.length,
      unit: `of ${randomCases + daily.cases}`,
      against: 'a count minute by minute',
      bar: 0,
    },
  ]
}
