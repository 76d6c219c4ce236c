/** How a building's name ends: 3栋, 12号楼, A座, 大厦; else a number in a street, which is no door. */
const endings = [/^.*?(?:[栋幢座]|号楼|大厦|大楼|公寓)/u, /^.*?\d号(?![房室])/u]
/** What lies inside a building. */
const inside = /单元|室|房|户|层|楼道/u
const numbers = /[\d零一二三四五六七八九十百]+$/u

/**
 * The building in an address, and nothing finer: 桂花苑3栋2单元502 → 桂花苑3栋. Undefined when no name of a building or an
 * estate is left; then nothing is kept rather than too much.
 */
export const buildingOf = (address: string): string | undefined => {
  const kept = cut(address.trim())
  // What looked like a building's number before may look like a door's now.
  return kept === undefined || kept === address.trim() ? kept : buildingOf(kept)
}

const cut = (text: string): string | undefined => {
  const named = endings.flatMap(ending => ending.exec(text)?.[0] ?? [])[0]
  // Without a building the numbers in it could be those of a door.
  const kept = before(named ?? before(text, /\d/u), inside)
  // What is left of the number of a unit or a door goes too.
  return kept === (named ?? text) ? kept || undefined : kept.replace(numbers, '').trim() || undefined
}

const before = (text: string, mark: RegExp): string => {
  const at = text.search(mark)
  return at < 0 ? text : text.slice(0, at)
}
