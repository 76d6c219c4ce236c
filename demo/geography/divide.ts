import type { Random } from '../random'
import type { Ground } from './ground'

/**
 * Divides some plots into `count` connected parts of about the same size: parts grow outward from their middles along
 * neighbouring plots, and the middles are moved a few times (Lloyd's method on the graph of plots).
 *
 * @throws {RangeError} when there are fewer plots than parts
 */
export const divide = (
  ground: Ground,
  plots: readonly number[],
  count: number,
  random: Random,
): number[][] => {
  if (plots.length < count) throw new RangeError(`${plots.length} plots cannot make ${count} areas`)
  const within = new Set(plots)
  let middles = spreadOut(ground, plots, count, random)
  let parts = grow(ground, within, middles)
  for (let round = 0; round < 12; round++) {
    middles = parts.map(part => middleOf(ground, part))
    parts = grow(ground, within, middles)
  }
  return parts
}

/** Starting middles: each the plot farthest from the ones before. */
const spreadOut = (ground: Ground, plots: readonly number[], count: number, random: Random): number[] => {
  const first = random.pick(plots)
  const chosen = [first]
  const nearest = new Map(plots.map(plot => [plot, distance(ground, plot, first)]))
  while (chosen.length < count) {
    const next = plots.reduce((far, plot) =>
      (nearest.get(plot) ?? 0) > (nearest.get(far) ?? 0) ? plot : far,
    )
    chosen.push(next)
    for (const plot of plots) {
      nearest.set(plot, Math.min(nearest.get(plot) ?? Infinity, distance(ground, plot, next)))
    }
  }
  return chosen
}

/** Every plot goes to the middle with the shortest way through the plots, so that every part is connected. */
const grow = (ground: Ground, within: Set<number>, middles: readonly number[]): number[][] => {
  const parts: number[][] = middles.map(() => [])
  const taken = new Set<number>()
  // Few thousand entries at most: an array sorted by insertion is a good enough queue.
  const queue = middles.map((plot, part) => ({ plot, part, way: 0 }))
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (taken.has(next.plot)) continue
    taken.add(next.plot)
    parts[next.part]?.push(next.plot)
    for (const plot of ground.plots[next.plot]?.neighbours ?? []) {
      if (!within.has(plot) || taken.has(plot)) continue
      insert(queue, { plot, part: next.part, way: next.way + distance(ground, next.plot, plot) })
    }
  }
  return parts
}

const insert = <Entry extends { way: number }>(queue: Entry[], entry: Entry): void => {
  let low = 0
  let high = queue.length
  while (low < high) {
    const half = (low + high) >> 1
    if ((queue[half]?.way ?? 0) <= entry.way) low = half + 1
    else high = half
  }
  queue.splice(low, 0, entry)
}

/** The plot of a part that lies nearest to its centre of gravity. */
export const middleOf = (ground: Ground, part: readonly number[]): number => {
  const sum = { x: 0, y: 0, size: 0 }
  for (const index of part) {
    const plot = ground.plots[index]
    if (!plot) continue
    sum.x += plot.x * plot.size
    sum.y += plot.y * plot.size
    sum.size += plot.size
  }
  const off = (index: number) => {
    const plot = ground.plots[index]
    return plot ? Math.hypot(plot.x - sum.x / sum.size, plot.y - sum.y / sum.size) : Infinity
  }
  return part.reduce((best, index) => (off(index) < off(best) ? index : best))
}

const distance = (ground: Ground, a: number, b: number): number => {
  const from = ground.plots[a]
  const to = ground.plots[b]
  return from && to ? Math.hypot(from.x - to.x, from.y - to.y) : Infinity
}
