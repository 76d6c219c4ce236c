import type { Point } from '../../contract/place'

export const namedPlaceKinds = ['building', 'estate', 'landmark'] as const

/** A building, an estate or a 地标 that people know, with the grid it is in. Its stored form is `Versioned<NamedPlace>`. */
export interface NamedPlace {
  /** Stable through all versions. */
  _id: string
  v: 1
  kind: (typeof namedPlaceKinds)[number]
  name: string
  /** Other names people use. */
  aliases?: string[]
  address?: string
  gridId: string
  point?: Point
}
