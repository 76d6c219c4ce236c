import { dailyDifferences, randomDifferences } from './deadlineCases'

// A sample; `npm run bench -- --only deadline` counts a hundred thousand cases and every single day.

it('is due when somebody who counts the minutes says so, however often it stood still or was extended', () =>
  expect(randomDifferences(1_500, 2026)).toEqual([]))

it('agrees with the count on days from 2019 to 2026', () => {
  const { cases, differences } = dailyDifferences(53, 2026)
  expect(cases).toBeGreaterThan(4_000)
  expect(differences).toEqual([])
})
