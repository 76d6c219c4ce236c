import type { Boundary, Point } from '../../contract/place'

/** A count with the day it was taken: moved-out people are never removed from a figure without a date. */
export interface DatedCount {
  count: number
  /** When it was counted, ms. */
  asOf: number
}

/** One area of a tree. Several trees may lie over the same ground. Its stored form is `Versioned<Area>`. */
export interface Area {
  /** Stable through all versions. */
  _id: string
  v: 2
  /** A kind of the policy `areaKinds`. */
  kind: string
  name: string
  /** The tree of its kind. An area may hang below one of another tree: a red grid below a community. */
  tree: string
  parentId?: string
  /** From the root down to itself. */
  path: string[]
  /** Absent when the area has no ground. */
  center?: Point
  /** Empty when the area has no ground. */
  boundary: Boundary
  /** Duty phone that the street publishes for the area; what residents call out of hours. */
  dutyPhone?: string
  /** The city's number for the area; imports find it by this. */
  code?: string
  /** Other names people use. */
  aliases?: string[]
  /** Kind of ground: `properties` of the policy. */
  property?: string
  /** Class of management: `classes` of the policy. */
  class?: number
  population?: DatedCount
  households?: DatedCount
  /** Of an area without ground: whom it belongs to. */
  institution?: { kind: 'school' | 'hospital' | 'firm' | 'other'; name: string }
}

/** An area without its outline: what every warm function instance keeps in memory. */
export type AreaNode = Omit<Area, 'boundary'>
