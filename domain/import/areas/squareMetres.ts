import type { Boundary } from '../../../contract/place'

/** Metres in one degree of latitude, as `AreaIndex` counts. */
export const metresPerDegree = (Math.PI * 6_378_100) / 180

/** The ground of an outline, m²: flat around its own latitude, which is exact to a thousandth over a district. */
export const squareMetres = (boundary: Boundary): number => {
  const lat = boundary[0]?.[0]?.[0]?.[1] ?? 0
  const scale = metresPerDegree ** 2 * Math.cos((lat * Math.PI) / 180)
  return (
    scale *
    boundary.reduce(
      (sum, [outline = [], ...holes]) =>
        sum + ringArea(outline) - holes.reduce((all, hole) => all + ringArea(hole), 0),
      0,
    )
  )
}

/** The shoelace formula, from the first corner on: the products stay small and keep their digits. */
export const ringArea = (ring: readonly (readonly [number, number])[]): number => {
  const [x0, y0] = ring[0] ?? [0, 0]
  let twice = 0
  ring.forEach(([x, y], n) => {
    const [nextX, nextY] = ring[(n + 1) % ring.length] ?? [x0, y0]
    twice += (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0)
  })
  return Math.abs(twice) / 2
}

/** An area in words: 320 平方米, 1.25 公顷, 3.40 平方公里. */
export const sizeWords = (metres: number): string =>
  metres < 10_000
    ? `${Math.round(metres)} 平方米`
    : metres < 1_000_000
      ? `${(metres / 10_000).toFixed(2)} 公顷`
      : `${(metres / 1_000_000).toFixed(2)} 平方公里`
