import { pinyin } from 'pinyin-pro'
import { SearchIndex } from './SearchIndex'

const readings = (text: string) => pinyin(text, { toneType: 'none', type: 'array' })

const names = [
  '桂花苑',
  '桂花苑3栋',
  '桂花苑13栋',
  '桂香路',
  '甲片花园5栋',
  '老榕树',
  '石榴埔社区',
  '中心小学北门',
  '大榕树街区第1网格',
  '陶坊社区',
  '新围村12巷8号',
]
const index = new SearchIndex(
  [
    ...names.map(name => ({ item: name, names: name === '老榕树' ? [name, '大榕树头'] : [name] })),
    { item: '陈志强（网格员）', names: ['陈志强'], isPerson: true },
    { item: '陈志明（网格员）', names: ['陈志明'], isPerson: true },
  ],
  readings,
)
const first = (typed: string) => index.find(typed, 5)[0]

it.each([
  ['as it is written', '桂花苑', '桂花苑'],
  ['a part', '榕树头', '老榕树'],
  ['traditional characters', '陶坊社區', '陶坊社区'],
  ['full width and blanks', '桂花苑 ３ 栋', '桂花苑3栋'],
  ['a numeral', '桂花苑三栋', '桂花苑3栋'],
  ['a numeral above ten', '桂花苑十三栋', '桂花苑13栋'],
  ['another word for building', '桂花苑3号楼', '桂花苑3栋'],
  ['another word again', '桂花苑3幢', '桂花苑3栋'],
  ['characters that sound alike', '贵华院', '桂花苑'],
  ['as a Southerner says it', '石流铺色区', '石榴埔社区'],
  ['a wrong character', '桂花园3栋', '桂花苑3栋'],
  ['a character left out', '中心学北门', '中心小学北门'],
  ['what it is called for short', '甲片5栋', '甲片花园5栋'],
  ['pinyin', 'guihuayuan', '桂花苑'],
  ['pinyin of a part', 'rongshu', '老榕树'],
  ['initials', 'xwc12x8h', '新围村12巷8号'],
  ['initials of a name', 'ghy', '桂花苑'],
  ['an officer’s whole name', '陈志强', '陈志强（网格员）'],
  ['an officer’s name as it sounds', '陈智强', '陈志强（网格员）'],
  ['an officer’s name in traditional characters', '陳誌強', '陈志强（网格员）'],
  ['an officer’s name in pinyin', 'chenzhiqiang', '陈志强（网格员）'],
])('finds by %s: %s', (_, typed, expected) => expect(first(typed)).toBe(expected))

it('never takes one building for another', () => {
  expect(index.find('桂花苑8栋', 5)).not.toContain('桂花苑3栋')
  expect(index.find('桂花苑3栋', 5)).not.toContain('桂花苑13栋')
  expect(index.find('甲片3栋', 5)).not.toContain('甲片花园5栋')
})

it('finds nothing for one step, and nothing for what is nowhere', () => {
  expect(index.find('陈', 5)).toEqual([])
  expect(index.find('桂', 5)).toEqual([])
  expect(index.find('g', 5)).toEqual([])
  expect(index.find('火星基地', 5)).toEqual([])
})

it.each(['陈志', '志强', 'czq', 'chen', 'chenzhi', '陈某某'])('lists nobody by %s, a part of a name', typed =>
  expect(index.find(typed, 5).filter(found => found.includes('网格员'))).toEqual([]),
)

it('gives the shorter of equals first, and no more than asked for', () => {
  expect(index.find('桂花苑', 2)).toEqual(['桂花苑', '桂花苑3栋'])
})

it('forgives one slip anywhere in a name of four', () => {
  const name = '中心小学北门'
  for (let i = 0; i < name.length; i++) {
    expect(first(`${name.slice(0, i)}们${name.slice(i + 1)}`)).toBe(name)
    expect(first(name.slice(0, i) + name.slice(i + 1))).toBe(name)
    expect(first(`${name.slice(0, i)}的${name.slice(i)}`)).toBe(name)
  }
})

it('leaves out what may not be shown now, and fills up with the next', () => {
  const shown = (item: string) => item !== '桂花苑3栋'
  expect(index.find('桂花苑', 2)).toEqual(['桂花苑', '桂花苑3栋'])
  expect(index.find('桂花苑', 2, shown)).toEqual(['桂花苑', '桂花苑13栋'])
})
