import { categories } from '../../contract/categories'
import { reportingCodes } from './reportingCodes'

it('has well-formed codes for every category but the one that is none, and no code twice', () => {
  const all = categories.flatMap(reportingCodes)
  for (const code of all) expect(code).toMatch(/^\d{2}(\d{2})?$/)
  expect(new Set(all).size).toBe(all.length)
  expect(categories.filter(category => !reportingCodes(category).length)).toEqual(['other'])
})
