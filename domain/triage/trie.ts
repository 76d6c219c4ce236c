/** Strings in a tree of characters, kept in one open-addressed table: a step costs a few reads and makes no garbage. */
export class Trie {
  /** The nodes after the first character: the step that is made most. */
  private readonly roots = new Int32Array(0x10000)
  private from: Int32Array
  private code: Uint16Array
  private to: Int32Array
  private mask: number
  private nodes = 1

  /** `characters`: about how many will be added. */
  constructor(characters: number) {
    let size = 1024
    while (size < characters * 3) size *= 2
    this.mask = size - 1
    this.from = new Int32Array(size).fill(-1)
    this.code = new Uint16Array(size)
    this.to = new Int32Array(size)
  }

  /** The node a string ends at, made if it was not there. 0 is where every string begins. */
  add(string: string): number {
    let node = 0
    for (let i = 0; i < string.length; i++)
      node = this.step(node, string.charCodeAt(i)) || this.grow(node, string.charCodeAt(i))
    return node
  }

  /** The node after `code`; 0 when no string goes on like that. */
  step(node: number, code: number): number {
    if (node === 0) return this.roots[code]!
    let slot = this.slotOf(node, code)
    for (; this.from[slot] !== -1; slot = (slot + 1) & this.mask)
      if (this.from[slot] === node && this.code[slot] === code) return this.to[slot]!
    return 0
  }

  private grow(node: number, code: number): number {
    if (this.nodes * 2 > this.mask) this.double()
    if (node === 0) this.roots[code] = this.nodes
    else this.put(node, code, this.nodes)
    return this.nodes++
  }

  private put(node: number, code: number, to: number): void {
    let slot = this.slotOf(node, code)
    while (this.from[slot] !== -1) slot = (slot + 1) & this.mask
    this.from[slot] = node
    this.code[slot] = code
    this.to[slot] = to
  }

  private double(): void {
    const [from, code, to] = [this.from, this.code, this.to]
    const size = from.length * 2
    this.mask = size - 1
    this.from = new Int32Array(size).fill(-1)
    this.code = new Uint16Array(size)
    this.to = new Int32Array(size)
    for (let slot = 0; slot < from.length; slot++)
      if (from[slot] !== -1) this.put(from[slot]!, code[slot]!, to[slot]!)
  }

  private slotOf(node: number, code: number): number {
    const mixed = Math.imul(Math.imul(node, 0x9e3779b1) + code, 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) & this.mask
  }
}
