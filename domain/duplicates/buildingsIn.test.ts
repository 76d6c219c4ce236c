import { buildingsIn } from './buildingsIn'

it.each([
  ['6栋2单元501', ['6栋']],
  ['６棟', ['6栋']],
  ['十二栋和3号楼之间', ['12栋', '3栋']],
  ['二十一幢', ['21栋']],
  ['宿舍a座', ['A栋']],
  ['12巷8号三楼', ['12巷8号']],
  ['村口球场', []],
  ['住十四楼，302房', []],
])('%s names %j, and no door', (words, buildings) => expect(buildingsIn(words)).toEqual(buildings))
