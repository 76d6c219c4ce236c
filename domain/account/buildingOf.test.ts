import fc from 'fast-check'
import { buildingOf } from './buildingOf'

it.each([
  ['桂花苑3栋2单元502', '桂花苑3栋'],
  ['桂花苑 3 栋', '桂花苑 3 栋'],
  ['甲一路5号桂花苑12号楼1203室', '甲一路5号桂花苑12号楼'],
  ['康乐大厦1203', '康乐大厦'],
  ['甲一路5号', '甲一路5号'],
  ['桂花苑12-3-502', '桂花苑'],
  ['桂花苑', '桂花苑'],
  ['三单元门口', undefined],
  ['桂花苑三单元', '桂花苑'],
  ['502号房', undefined],
  ['2单元502号', undefined],
  ['502', undefined],
  ['', undefined],
])('keeps the building of %s: %s', (address, building) => {
  expect(buildingOf(address)).toBe(building)
})

it('never keeps what is inside a building, and changes nothing the second time', () => {
  const word = fc.constantFrom(
    '桂花苑',
    '3',
    '12',
    '栋',
    '号楼',
    '座',
    '单元',
    '502',
    '室',
    '房',
    '号',
    '-',
    '层',
    ' ',
    '甲一路',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 9 }), words => {
      const building = buildingOf(words.join('')) ?? ''
      expect(building).not.toMatch(/单元|室|房|层|栋.*\d$/)
      expect(buildingOf(building) ?? '').toBe(building)
    }),
  )
})
