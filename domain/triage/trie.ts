import { letterBits, numberOf } from './alphabet'

/** The table has room for a policy and a model from the start: to double it takes time at every cold start. */
const firstBits = 16

/**
 * Strings in a tree of characters, kept in one open-addressed table. A step reads two neighbouring numbers and makes no
 * garbage: keys are exact, a node and the number of a character.
 */
export class Trie {
  /** The nodes after the first character: the step that is made most. */
  private readonly roots = new Int32Array(1 << letterBits)
  /** Key and node in turn; a key of 0 is a free place. */
  private slots = new Int32Array(2 << firstBits)
  private taken = 0
  private shift = 32 - firstBits
  /** A bit for each hash that some key has: most steps lead nowhere, and need not ask the table, which is far larger. */
  private readonly known = new Int32Array(1 << 13)
  /** How many nodes there are; 0 is where every string begins. */
  nodes = 1

  /** The node a string ends at, made if it was not there. */
  add(string: string): number {
    let node = 0
    for (let i = 0; i < string.length; i++) node = this.after(node, numberOf(string.charCodeAt(i)))
    return node
  }

  /** The node after the character of this number, made if it was not there. */
  after(node: number, number: number): number {
    return this.step(node, number) || this.grow(node, number)
  }

  /** The node after the character of this number; 0 when no string goes on like that. */
  step(node: number, number: number): number {
    if (node === 0) return this.roots[number]!
    const { slots } = this
    const key = (node << letterBits) | number
    const hash = Math.imul(key, 0x9e3779b1)
    if (!(this.known[hash >>> 19]! & (1 << (hash >>> 14)))) return 0
    let at = (hash >>> this.shift) << 1
    for (;;) {
      const found = slots[at]!
      if (found === key) return slots[at + 1]!
      if (found === 0) return 0
      at = (at + 2) & (slots.length - 1)
    }
  }

  private grow(node: number, number: number): number {
    if (this.nodes >> (31 - letterBits)) throw new RangeError('More words than a key has room for.')
    if (node === 0) this.roots[number] = this.nodes
    else {
      // Three places of four are taken at most.
      if (++this.taken * 8 > this.slots.length * 3) this.double()
      this.put((node << letterBits) | number, this.nodes)
    }
    return this.nodes++
  }

  private put(key: number, node: number): void {
    const { slots } = this
    const hash = Math.imul(key, 0x9e3779b1)
    this.known[hash >>> 19]! |= 1 << (hash >>> 14)
    let at = (hash >>> this.shift) << 1
    while (slots[at]) at = (at + 2) & (slots.length - 1)
    slots[at] = key
    slots[at + 1] = node
  }

  private double(): void {
    const old = this.slots
    this.slots = new Int32Array(old.length * 2)
    this.shift--
    for (let at = 0; at < old.length; at += 2) if (old[at]) this.put(old[at]!, old[at + 1]!)
  }
}
