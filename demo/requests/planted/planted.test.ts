import { textLeast, textMost } from '../../../contract/requestTerms'
import { generateStreet } from '../../generateStreet'
import { smallStreet } from '../../scale'
import { plantedGroups } from './planPlanted'

it('has groups of two to eight reports, no sentence twice, and something that only looks like each', () => {
  const sentences = plantedGroups
    .flatMap(({ reports, decoys }) => [...reports, ...decoys])
    .map(({ says }) => says)
  expect(new Set(sentences).size).toBe(sentences.length)
  for (const sentence of sentences) {
    expect(sentence.length).toBeGreaterThanOrEqual(textLeast)
    expect(sentence.length).toBeLessThan(textMost)
  }
  for (const { reports, decoys } of plantedGroups) {
    expect(reports.length).toBeGreaterThanOrEqual(2)
    expect(reports.length).toBeLessThanOrEqual(8)
    expect(reports[0]?.after).toBe(0)
    expect(decoys.length).toBeGreaterThan(0)
  }
  const whys = new Set(plantedGroups.flatMap(({ decoys }) => decoys.map(({ why }) => why)))
  expect([...whys].sort()).toEqual(['elsewhere', 'otherMatter', 'solvedBefore'])
})

it('tells the bench which is which, and stores it nowhere', () => {
  const truth = new Map<string, string>()
  const street = generateStreet({
    seed: 1,
    now: Date.UTC(2026, 10, 23, 2),
    pepper: 'test-pepper',
    scale: smallStreet,
    planted: (id, of) => truth.set(id, of),
  })
  expect(truth.size).toBeGreaterThan(10)
  const ids = new Set(street.requests.map(({ _id }) => _id))
  for (const id of truth.keys()) expect(ids).toContain(id)
  const stored = JSON.stringify({ ...street, files: undefined })
  for (const of of new Set(truth.values())) expect(stored).not.toContain(of)
})
