import { areaId, instant, officerId } from './ids'
import { boundary, point } from './place'
import { defineService, query } from './service'
import * as z from './zod'

/** An area as screens name it. `kind` is one of the policy `areaKinds`: 街道, 社区, 街区, 网格, 红色网格 … */
export const areaBrief = z.object({ id: areaId, name: z.string(), kind: z.string() })
export type AreaBrief = z.infer<typeof areaBrief>

/** What anyone may see of an officer. A work phone is here only where the street publishes it; a private one never. */
const officerFields = {
  id: officerId,
  name: z.string(),
  /** The post in words: 网格员, 街区负责人 … */
  post: z.string(),
  onDuty: z.boolean(),
  /** Until when that holds: the end of the present service hours, or the beginning of the next. */
  dutyChangesAt: z.optional(instant),
  /** Service hours in words, e.g. 周一至周五 8:30–18:00. */
  hours: z.string(),
  workPhone: z.optional(z.string()),
  /** A short-lived address of the portrait, where a full card is shown. */
  photo: z.optional(z.string()),
}
export const officerCard = z.object({
  ...officerFields,
  /** On leave: until when, and who stands in. */
  away: z.optional(z.object({ until: instant, cover: z.optional(z.object(officerFields)) })),
})
export type OfficerCard = z.infer<typeof officerCard>

/** A grid with the people who look after it. `path` runs from the street down to the grid. */
export const gridCard = z.object({
  grid: areaBrief,
  path: z.array(areaBrief),
  officer: z.optional(officerCard),
  /** The community's duty phone, for when the grid member is off duty. */
  dutyPhone: z.optional(z.string()),
  /** Others of the grid and of the areas above: 楼长, 街区负责人, 第一书记 … */
  team: z.optional(z.array(z.object({ ...officerFields, area: z.string() }))),
  /** What the officer does, in residents' words. */
  duties: z.optional(z.array(z.string())),
})
export type GridCard = z.infer<typeof gridCard>

/** The same for any area, with how its month went. */
export const areaCard = z.object({
  ...gridCard.shape,
  /**
   * Of the area, not of the person: reports that came in this month, how many of them are settled, and how many are done
   * and wait for the resident's word. Only of homes.
   */
  month: z.optional(z.object({ received: z.int(), settled: z.int(), toConfirm: z.optional(z.int()) })),
})

/** An area of another tree over the same ground, with whoever looks after it there. */
const otherNet = z.object({
  area: areaBrief,
  tree: z.string(),
  /** What the area is in words: 红色网格. */
  what: z.optional(z.string()),
  inside: z.boolean(),
  metresOutside: z.number(),
  officer: z.optional(officerCard),
})
export type OtherNet = z.infer<typeof otherNet>

export const foundKinds = ['area', 'place', 'officer'] as const

export const areaService = defineService('area', {
  /** The areas directly below one, or the streets; for choosing a grid without giving a location. Of the main tree, or of another. */
  list: query({
    scope: 'public',
    input: { parentId: z.optional(areaId), tree: z.optional(z.string().check(z.maxLength(31))) },
    output: {
      parent: z.optional(areaBrief),
      /** The other nets that have areas here: 红色网格, 专属网格 … */
      trees: z.array(z.object({ id: z.string(), name: z.string() })),
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
  /**
   * The whole officer card of the grid at a point, so that finding one's grid member from a place is one call; when no grid
   * contains it, of the nearest one, and how far outside the point is, in metres. `others` are the areas of the other trees
   * there. The point is neither stored nor logged.
   */
  locate: query({
    scope: 'public',
    input: { point },
    output: {
      ...areaCard.shape,
      inside: z.boolean(),
      metresOutside: z.number(),
      others: z.array(otherNet),
    },
  }),
  /**
   * Areas, estates, buildings and 地标 by what somebody types: characters, pinyin, initials, with a slip. An officer only by
   * the whole name. The best first; nothing for a single character.
   */
  search: query({
    scope: 'public',
    input: { words: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)) },
    output: {
      found: z.array(
        z.object({
          kind: z.enum(foundKinds),
          /** Of an area: what it is in words, 街区. */
          what: z.optional(z.string()),
          name: z.string(),
          /** Where it is, in words: 甲一街区 · 第一网格 */
          where: z.string(),
          /** The area to open: its grid, or the area itself. */
          area: areaBrief,
          point: z.optional(point),
        }),
      ),
    },
    errors: ['tooMany'],
  }),
  /**
   * The officer card of an area: who, on duty now or until when, who stands in, what they do, and this month's figures; of an
   * area with ground also who else looks after the middle of it, in the other trees.
   */
  card: query({
    scope: 'public',
    input: { areaId },
    output: { ...areaCard.shape, others: z.array(otherNet) },
  }),
})
