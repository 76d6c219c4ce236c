import fc from 'fast-check'
import { deepest, nodesWithoutDigits, strings, walkOver } from './walk'

const letter = fc.constantFrom('户', '丙', '1', '2', '0', 'x')
const string = fc.stringOf(letter, { minLength: 1, maxLength: deepest })
const text = fc.stringOf(letter, { maxLength: 12 })

/** The node that a part of a text leads to, looked up by itself; 0 when it leads out of the tree or the text. */
const slow = (text: string, start: number, depth: number): number => {
  if (start + depth >= text.length) return 0
  const part = text.slice(start, start + depth + 1)
  const size = strings.nodes
  const node = strings.add(part)
  return node < size ? node : -1
}

it('leads from each character to where the tree has what follows, like somebody who looks up each part', () => {
  fc.assert(
    fc.property(fc.array(string, { maxLength: 6 }), text, (all, text) => {
      for (const one of all) strings.add(one)
      const found = [...walkOver(text).nodes.subarray(0, text.length * deepest)]
      const blurred = [...nodesWithoutDigits(text).subarray(0, text.length * deepest)]
      const zeros = text.replace(/\d/g, '0')
      found.forEach((node, i) => {
        const [start, depth] = [Math.floor(i / deepest), i % deepest]
        // What is looked up is made where it was not there: then the walk must not have found it.
        if (node) expect(slow(text, start, depth)).toBe(node)
        if (blurred[i]) expect(slow(zeros, start, depth)).toBe(blurred[i])
      })
    }),
  )
})

it('finds every string that was put into the tree, in a text that was gone over before it was', () => {
  fc.assert(
    fc.property(text, string, (text, one) => {
      walkOver(text)
      const node = strings.add(one)
      const { nodes } = walkOver(text)
      for (let start = text.indexOf(one); start >= 0; start = text.indexOf(one, start + 1))
        expect(nodes[start * deepest + one.length - 1]).toBe(node)
    }),
  )
})
