type Ring = readonly (readonly [number, number])[]

/**
 * A polygon with holes as one ring, for maps that know no holes: the line goes in to each hole, around it the other way and
 * back out. The way in has no width, so wherever it runs the ground covered is the same.
 */
export const oneRing = ([outline = [], ...holes]: readonly Ring[]): Ring => {
  const around = isCounterClockwise(outline)
  const [start] = outline
  if (!start) return []
  return holes.reduce<Ring>(
    (ring, hole) => {
      const turned = isCounterClockwise(hole) === around ? [...hole].reverse() : hole
      return turned[0] ? [...ring, ...turned, turned[0], start] : ring
    },
    [...outline, start],
  )
}

/** Twice the area has the sign of the turn (the shoelace formula). */
const isCounterClockwise = (ring: Ring): boolean =>
  ring.reduce((sum, [x, y], n) => {
    const [nextX, nextY] = ring[(n + 1) % ring.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0) > 0
