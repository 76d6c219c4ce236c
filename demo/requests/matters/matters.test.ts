import { textLeast, textMost } from '../../../contract/requestTerms'
import { randomOf } from '../../random'
import { councilMatters } from '../../councils/matters'
import { matters } from './matters'

const cases = matters.flatMap(matter => matter.cases)

it('has well over a hundred different sentences', () => {
  expect(new Set(cases.map(([says]) => says)).size).toBe(cases.length)
  expect(cases.length).toBeGreaterThanOrEqual(120)
})

it('fits what the contract takes, and names no place but {here} and {road}', () => {
  const sentences = [...cases.flat(), ...matters.flatMap(({ left }) => left)]
  for (const sentence of sentences) {
    expect(sentence.replace(/\{(here|road)\}/g, '')).not.toMatch(/[{}]/)
    expect(sentence.length).toBeGreaterThanOrEqual(textLeast)
    expect(sentence.length).toBeLessThan(textMost)
  }
})

it('gives councils different things to talk about', () => {
  expect(new Set(councilMatters.map(({ title }) => title)).size).toBe(councilMatters.length)
})

it('draws every matter in time', () => {
  const random = randomOf(1, 'matters')
  const drawn = Array.from({ length: 3000 }, () =>
    random.weighted(matters.map(matter => [matter, matter.weight] as const)),
  )
  expect(new Set(drawn).size).toBe(matters.length)
})
