import { unsafeUniformIntDistribution, xoroshiro128plus, type RandomGenerator } from 'pure-rand'

/** A stream of chance that always runs the same for one seed and label. */
export interface Random {
  /** Whole number from `least` to `most`, both included. */
  integer: (least: number, most: number) => number
  /** From 0 to 1, 1 excluded. */
  fraction: () => number
  chance: (probability: number) => boolean
  pick: <Item>(items: readonly Item[]) => Item
  /** One item, each as likely as its weight says. */
  weighted: <Item>(items: readonly (readonly [Item, number])[]) => Item
  shuffled: <Item>(items: readonly Item[]) => Item[]
  /** Lower-case hex characters. */
  hex: (length: number) => string
  /** A stream of its own, so that drawing more in one part of the street changes nothing in another. */
  branch: (label: string) => Random
}

/**
 * @example
 * const random = randomOf(1, 'names')
 * random.pick(['陈', '李', '张'])
 */
export const randomOf = (seed: number, label = ''): Random => {
  const generator: RandomGenerator = xoroshiro128plus(mix(seed, label))
  const integer = (least: number, most: number) => unsafeUniformIntDistribution(least, most, generator)
  const fraction = () => integer(0, 0x3fffffff) / 0x40000000
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new RangeError('cannot pick from nothing')
    return items[integer(0, items.length - 1)] as Item
  }
  const weighted = <Item>(items: readonly (readonly [Item, number])[]): Item => {
    let left = fraction() * items.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [item, weight] of items) {
      left -= weight
      if (left < 0) return item
    }
    return pick(items)[0]
  }
  const shuffled = <Item>(items: readonly Item[]): Item[] => {
    const out = [...items]
    for (let i = out.length - 1; i > 0; i--) {
      const j = integer(0, i)
      ;[out[i], out[j]] = [out[j] as Item, out[i] as Item]
    }
    return out
  }
  const hex = (length: number) => Array.from({ length }, () => integer(0, 15).toString(16)).join('')
  return {
    integer,
    fraction,
    chance: probability => fraction() < probability,
    pick,
    weighted,
    shuffled,
    hex,
    branch: name => randomOf(seed, `${label}/${name}`),
  }
}

/** FNV-1a over seed and label: a 32-bit start value. */
const mix = (seed: number, label: string): number => {
  let hash = 0x811c9dc5
  for (const character of `${seed}:${label}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return hash | 0
}
