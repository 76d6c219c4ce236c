import fc from 'fast-check'
import { Lexicon } from './lexicon'

const word = fc.stringOf(fc.constantFrom('甲', '乙', '丙'), { minLength: 1, maxLength: 3 })

it('finds every word wherever it stands, like somebody who tries them one by one', () => {
  const text = fc.stringOf(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 30 })
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(word, { maxLength: 4 }), { maxLength: 4 }), text, (groups, text) => {
      const lexicon = new Lexicon()
      const sets = groups.map(group => lexicon.add(group))
      const found = lexicon.find(text)
      groups.forEach((group, i) => {
        const slow = group.flatMap(word =>
          [...text].flatMap((_, start) =>
            text.startsWith(word, start) ? [{ start, end: start + word.length }] : [],
          ),
        )
        const spans = (hits: readonly { start: number; end: number }[]) =>
          hits.map(({ start, end }) => `${start}-${end}`).sort()
        expect(spans(found.of(sets[i]!))).toEqual(spans(slow))
      })
    }),
  )
})

it('lets … stand for up to six characters', () => {
  const lexicon = new Lexicon()
  const set = lexicon.add(['电线…断'])
  expect(lexicon.find('电线被风刮断了').of(set)).toEqual([{ start: 0, end: 6 }])
  expect(lexicon.find('电线杆旁边的那棵大树断了').of(set)).toEqual([])
})

it('leaves out what is part of another word', () => {
  const lexicon = new Lexicon()
  const [no, but] = [lexicon.add(['没']), lexicon.add(['没人管'])]
  expect(lexicon.find('没人管，没漏').but(no, but)).toEqual([{ start: 4, end: 5 }])
})
