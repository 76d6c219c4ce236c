import { plainText } from './plainText'

it.each([
  ['traditional characters', '煤氣味很重，樓道裡都聞到了', '煤气味很重，楼道里都闻到了'],
  ['full width', 'ＫＴＶ　太吵！！', 'ktv太吵。'],
  ['blanks and emoji', '救命 🔥🔥 3 栋', '救命3栋'],
  ['ends of sentences', '灯坏了…\n快来?', '灯坏了。快来。'],
  ['any other mark', '灯、门(坏了)', '灯，门，坏了，'],
])('reads through %s', (_, text, plain) => expect(plainText(text)).toBe(plain))

it('replaces known slips after that', () => {
  expect(plainText('著火了', { 著火: '着火' })).toBe('着火了')
})
