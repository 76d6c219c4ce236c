import { areaId, officerId } from './ids'
import { boundary, point } from './place'
import { defineService, query } from './service'
import * as z from './zod'

/** 街道 → 社区 → 街区 → 网格; 红色网格 is a second net over the same ground. */
export const areaKinds = ['street', 'community', 'block', 'grid', 'redGrid'] as const
export type AreaKind = (typeof areaKinds)[number]

export const areaBrief = z.object({ id: areaId, name: z.string(), kind: z.enum(areaKinds) })
export type AreaBrief = z.infer<typeof areaBrief>

/** What anyone may see of an officer. A work phone is here only where the street publishes it; a private one never. */
export const officerCard = z.object({
  id: officerId,
  name: z.string(),
  /** The post in words: 网格员, 街区负责人 … */
  post: z.string(),
  onDuty: z.boolean(),
  /** Service hours in words, e.g. 周一至周五 8:30–18:00. */
  hours: z.string(),
  workPhone: z.optional(z.string()),
})
export type OfficerCard = z.infer<typeof officerCard>

/** A grid with the people who look after it. `path` runs from the street down to the grid. */
export const gridCard = z.object({
  grid: areaBrief,
  path: z.array(areaBrief),
  officer: z.optional(officerCard),
  /** The community's duty phone, for when the grid member is off duty. */
  dutyPhone: z.optional(z.string()),
})
export type GridCard = z.infer<typeof gridCard>

export const areaService = defineService('area', {
  /** The areas directly below one, or the streets; for choosing a grid without giving a location. */
  list: query({
    scope: 'public',
    input: { parentId: z.optional(areaId) },
    output: {
      parent: z.optional(areaBrief),
      areas: z.array(z.object({ ...areaBrief.shape, children: z.int() })),
    },
  }),
  /** The outlines of all grids in the community around an area, to draw and to pick from. */
  map: query({
    scope: 'public',
    input: { areaId },
    output: {
      within: areaBrief,
      areas: z.array(z.object({ ...areaBrief.shape, center: point, boundary })),
    },
  }),
  /** The grid at a point; when none contains it, the nearest one and how far outside the point is, in metres. */
  locate: query({
    scope: 'public',
    input: { point },
    output: { ...gridCard.shape, inside: z.boolean(), metresOutside: z.number() },
  }),
})
