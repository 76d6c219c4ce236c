/** Digits of the numbers in a packed tree: the first half ends a number, the second half goes on. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const base = digits.length / 2

const valueOf = new Uint8Array(128)
for (let i = 0; i < digits.length; i++) valueOf[digits.charCodeAt(i)] = i

/**
 * Runs of characters as a tree: level by level, node by node, the letters that a run goes on with, each by how much
 * further on in `letters` it stands than the one before, and a 0 where the node has no more. Every beginning of a run is a
 * run itself. A number has five bits a digit, the lowest first.
 */
export interface RunTree {
  letters: string
  runs: string
}

/** Packs runs, the beginning of each of which has to be among them; gives them in the order they are unpacked in too. */
export const packRuns = (runs: Iterable<string>): RunTree & { order: string[] } => {
  const known = new Set(runs)
  const letters = lettersOf(known)
  const ranks = new Map(letters.split('').map((letter, rank) => [letter, rank]))
  const children = new Map<string, string[]>()
  for (const run of known) {
    const parent = run.slice(0, -1)
    if (parent && !known.has(parent)) throw new Error(`${run} is a run, and its beginning is none.`)
    children.set(parent, [...(children.get(parent) ?? []), run])
  }
  const order: string[] = ['']
  let packed = ''
  // The list grows while it is walked: what is found last is gone on from last.
  for (const parent of order) {
    let last = -1
    const next = (children.get(parent) ?? []).map(run => ({ run, rank: ranks.get(run.slice(-1))! }))
    for (const { run, rank } of next.sort((a, b) => a.rank - b.rank)) {
      packed += spelled(rank - last)
      last = rank
      order.push(run)
    }
    packed += spelled(0)
  }
  return { letters, runs: packed, order: order.slice(1) }
}

/** Calls `visit` for each run in order: the number of its beginning among the runs, from 1 on, 0 for none, and its last letter. */
export const unpackRuns = (
  { letters, runs }: RunTree,
  visit: (beginning: number, letter: number) => void,
): void => {
  let [beginning, rank, value, factor] = [0, -1, 0, 1]
  for (let i = 0; i < runs.length; i++) {
    const digit = valueOf[runs.charCodeAt(i)]!
    value += (digit % base) * factor
    factor *= base
    if (digit >= base) continue
    if (value) visit(beginning, letters.charCodeAt((rank += value)))
    else {
      beginning++
      rank = -1
    }
    ;[value, factor] = [0, 1]
  }
}

/** The letters of some runs, those that go on most runs first: the numbers stay small. */
const lettersOf = (runs: ReadonlySet<string>): string => {
  const counts = new Map<string, number>()
  for (const run of runs) counts.set(run.slice(-1), (counts.get(run.slice(-1)) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([letter]) => letter)
    .join('')
}

const spelled = (value: number): string =>
  value < base
    ? digits.charAt(value)
    : digits.charAt(base + (value % base)) + spelled(Math.floor(value / base))
