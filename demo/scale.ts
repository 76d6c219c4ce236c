/** How big a demo street is. */
export interface Scale {
  communities: number
  blocks: number
  grids: number
  redGrids: number
  commandGrids: number
  dedicatedGrids: number
  /** Square metres. */
  size: number
  /** Accounts of residents, beside the named people. */
  residents: number
  /** Requests, beside those of the named people's story. */
  requests: number
  topics: number
  /** Days of history before `now`. */
  days: number
}

/**
 * The size of 观澜 (Shenzhen Longhua) as published: 34.6 km², 10 communities, 59 街区, 238 red grids.
 * The number of base grids is not published; ours is invented, and so are the rest.
 */
export const wholeStreet: Scale = {
  communities: 10,
  blocks: 59,
  grids: 300,
  redGrids: 238,
  commandGrids: 5,
  dedicatedGrids: 6,
  size: 34_600_000,
  residents: 2_500,
  requests: 1_500,
  topics: 110,
  days: 180,
}

/** Enough for a test: every kind of thing, made in a moment. */
export const smallStreet: Scale = {
  communities: 1,
  blocks: 2,
  grids: 6,
  redGrids: 4,
  commandGrids: 2,
  dedicatedGrids: 2,
  size: 700_000,
  residents: 60,
  requests: 40,
  topics: 8,
  days: 60,
}
