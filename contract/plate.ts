import { areaBrief, areaCard } from './area'
import { areaId, cursor, instant } from './ids'
import { defineService, mutation, query } from './service'
import * as z from './zod'

/**
 * - `current`: the plate counts, and the card of its area is with it.
 * - `old`: it was replaced by a newer one, or its area is no more.
 * - `unknown`: nobody here ever made it.
 */
export const plateStates = ['current', 'old', 'unknown'] as const

/** Plates issued in one call: each asks WeChat for a picture. */
export const issuedMost = 20

export const plateLine = z.object({
  area: areaBrief,
  /** The areas above, in words: 甲社区 · 甲一街区 */
  where: z.string(),
  /** Who is on the plate now. */
  officer: z.optional(z.string()),
  /** The issue that counts; absent when there is no plate yet. */
  issue: z.optional(z.int()),
  issuedAt: z.optional(instant),
  /** Whether its picture is there, so that it can be printed. */
  ready: z.boolean(),
  /** Why there is no picture yet, with what to do. */
  problem: z.optional(z.string()),
})
export type PlateLine = z.infer<typeof plateLine>

export const plateService = defineService('plate', {
  /** What somebody who scanned a plate gets, in one call. Never an error: an old or forged code says so, and whom to call. */
  open: query({
    scope: 'public',
    input: { code: z.string().check(z.trim(), z.maxLength(200)) },
    output: {
      state: z.enum(plateStates),
      card: z.optional(areaCard),
      /** With `old`: the area the plate was made for, when it is still there. */
      area: z.optional(areaBrief),
      /** With `old` and `unknown`: whom to call. */
      dutyPhone: z.optional(z.string()),
    },
  }),
  /** The areas that carry a plate, at and below one, in the order people know them; without one, the officer's own. */
  list: query({
    scope: 'area',
    permission: 'plate.manage',
    input: { areaId: z.optional(areaId), cursor: z.optional(cursor) },
    output: {
      area: areaBrief,
      /** From the officer's own area down to this one. */
      path: z.array(areaBrief),
      /** Areas below to look into. */
      below: z.array(areaBrief),
      lines: z.array(plateLine),
      /** How many there are in all. */
      count: z.int(),
      next: z.optional(cursor),
    },
  }),
  /**
   * Sees to it that these areas have a plate with a picture. What could not be done says why, and is done when it is sent
   * again; plates that are ready stay as they are.
   */
  issue: mutation({
    scope: 'area',
    permission: 'plate.manage',
    input: { areaIds: z.array(areaId).check(z.minLength(1), z.maxLength(issuedMost)) },
    output: { lines: z.array(plateLine) },
  }),
  /** Revokes the plate that hangs there and makes the next one. `issue` is the one that the screen showed. */
  reissue: mutation({
    scope: 'area',
    permission: 'plate.manage',
    input: {
      areaId,
      issue: z.int().check(z.minimum(1)),
      reason: z.string().check(z.trim(), z.minLength(2), z.maxLength(100)),
    },
    output: { line: plateLine },
    errors: ['conflict', 'historyFull'],
  }),
})
