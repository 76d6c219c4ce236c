import type { Boundary } from '../../contract/place'
import { contains } from './contains'

const ring = (west: number, south: number, east: number, north: number): [number, number][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]

it('knows holes, parts and borders', () => {
  const boundary: Boundary = [[ring(0, 0, 4, 4), ring(1, 1, 3, 3)], [ring(10, 10, 11, 11)]]
  const inside = (lng: number, lat: number) => contains(boundary, { lng, lat })
  expect([inside(2, 2), inside(0.5, 2), inside(1, 2), inside(10.5, 10.5), inside(7, 7)]).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
})
