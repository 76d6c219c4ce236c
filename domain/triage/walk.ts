import { nine, numbersOf, zero } from './alphabet'
import { longestRun } from './runs'
import { Trie } from './trie'

/** All strings that anybody looks for: one tree, so that a text is gone over once for all of them. */
export const strings = new Trie()

/** So far a walk goes from each character: as far as runs go; who looks for longer strings goes on from there. */
export const deepest = longestRun

/** Where the strings of the tree stand in a text. */
interface Walk {
  /** Of each character of the text its number; 0 when no string has it. */
  numbers: Uint16Array<ArrayBuffer>
  /** Of each character the nodes that one, two and more characters from there lead to, `deepest` for each; 0 when no string goes on like that. */
  nodes: Int32Array<ArrayBuffer>
  hasDigits: boolean
}

const walk: Walk = { numbers: new Uint16Array(1024), nodes: new Int32Array(1024 * deepest), hasDigits: false }
/** The text that was gone over last, and how large the tree was. */
let last = { text: '', nodes: 0 }

/** Goes over a text, once as long as it is asked for the same one. What it gives holds until the next text. */
export const walkOver = (text: string): Walk => {
  if (text === last.text && strings.nodes === last.nodes) return walk
  last = { text, nodes: strings.nodes }
  const numbers = (walk.numbers = numbersOf(text, walk.numbers))
  if (walk.nodes.length < numbers.length * deepest) walk.nodes = new Int32Array(numbers.length * deepest)
  walk.hasDigits = false
  for (let start = 0; start < text.length; start++) {
    if (numbers[start]! > zero && numbers[start]! <= nine) walk.hasDigits = true
    stepsFrom(start, text.length, numbers, walk.nodes)
  }
  return walk
}

/** Notes the nodes that the numbers from `start` on lead to. */
const stepsFrom = (start: number, end: number, numbers: Uint16Array, nodes: Int32Array): void => {
  let node = strings.step(0, numbers[start]!)
  nodes[start * deepest] = node
  for (let depth = 1; depth < deepest; depth++) {
    if (node) node = start + depth < end ? strings.step(node, numbers[start + depth]!) : 0
    nodes[start * deepest + depth] = node
  }
}

const blurred: Omit<Walk, 'hasDigits'> = { numbers: new Uint16Array(0), nodes: new Int32Array(0) }

/** The nodes of a text in which all digits look alike. They hold until the next text. */
export const nodesWithoutDigits = (text: string): Int32Array => {
  const { numbers, nodes, hasDigits } = walkOver(text)
  if (!hasDigits) return nodes
  if (blurred.numbers.length < text.length) {
    blurred.numbers = new Uint16Array(numbers.length)
    blurred.nodes = new Int32Array(nodes.length)
  }
  blurred.numbers.set(numbers.subarray(0, text.length))
  blurred.nodes.set(nodes.subarray(0, text.length * deepest))
  for (let at = 0; at < text.length; at++)
    if (numbers[at]! > zero && numbers[at]! <= nine) blurred.numbers[at] = zero
  for (let start = 0; start < text.length; start++) {
    let isOther = false
    for (let at = start; at < Math.min(text.length, start + deepest); at++)
      isOther ||= blurred.numbers[at] !== numbers[at]
    if (isOther) stepsFrom(start, text.length, blurred.numbers, blurred.nodes)
  }
  return blurred.nodes
}
