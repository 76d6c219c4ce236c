import { categories } from '../../../contract/categories'
import {
  broughtBy,
  clockNames,
  eventKinds,
  external,
  manners,
  milestones,
  satisfactions,
  solvedAnswers,
  tiles,
} from '../../../contract/requestTerms'
import { place } from '../../../contract/place'
import { statuses } from '../../../contract/statuses'
import { tiers } from '../../../contract/tiers'
import * as z from '../../../contract/zod'
import { levels } from '../../../domain/deadline/deadlinePolicy'
import type { Request } from '../../../domain/request/request'
import type { TriageDecision } from '../../../domain/triage/triage'
import { defineCollection } from './collection'

const storedPhoto = z.strictObject({ id: z.string(), inbox: z.string() })

const officer = { officerId: z.string(), name: z.string(), post: z.string(), areaId: z.string() }

const actor = z.strictObject({
  kind: z.enum(['reporter', 'officer', 'system']),
  personId: z.optional(z.string()),
  officer: z.optional(z.strictObject(officer)),
})

const event = z.strictObject({
  kind: z.enum(eventKinds),
  at: z.int(),
  by: actor,
  token: z.optional(z.string()),
  from: z.optional(z.enum(statuses)),
  to: z.optional(z.enum(statuses)),
  text: z.optional(z.string()),
  photos: z.optional(z.array(storedPhoto)),
  manner: z.optional(z.enum(manners)),
  answer: z.optional(z.strictObject({ solved: z.enum(solvedAnswers), satisfaction: z.enum(satisfactions) })),
  clock: z.optional(z.enum(clockNames)),
  reached: z.optional(z.enum(milestones)),
  toMerged: z.optional(z.literal(true)),
  retier: z.optional(
    z.strictObject({
      tier: z.optional(z.tuple([z.enum(tiers), z.enum(tiers)])),
      category: z.optional(z.tuple([z.enum(categories), z.enum(categories)])),
    }),
  ),
  dueAt: z.optional(z.int()),
  moved: z.optional(z.strictObject({ from: z.string(), to: z.string() })),
})

const length = z.union([
  z.strictObject({ minutes: z.int() }),
  z.strictObject({ workingMinutes: z.int() }),
  z.strictObject({ workingDays: z.int() }),
  z.strictObject({ days: z.int() }),
])

const clock = z.strictObject({
  startedAt: z.int(),
  dueAt: z.int(),
  length: z.optional(length),
  steps: z.optional(
    z.array(
      z.strictObject({
        share: z.number(),
        at: z.int(),
        tell: z.array(z.enum([...levels, 'reporter'])),
        doneAt: z.optional(z.int()),
      }),
    ),
  ),
  paused: z.optional(z.strictObject({ at: z.int(), left: z.int() })),
  pauses: z.optional(z.array(z.tuple([z.int(), z.int()]))),
  extensions: z.optional(z.array(z.strictObject({ at: z.int(), length }))),
  staffOnly: z.optional(z.literal(true)),
  callback: z.optional(z.literal(true)),
  // Of before there were steps.
  warnAt: z.optional(z.int()),
  warnedAt: z.optional(z.int()),
  overdueAt: z.optional(z.int()),
  doneAt: z.optional(z.int()),
  assumed: z.optional(z.literal(true)),
})

const effect = z.union([
  z.strictObject({
    id: z.string(),
    kind: z.literal('tell'),
    personId: z.string(),
    text: z.string(),
    link: z.string(),
  }),
  z.strictObject({ id: z.string(), kind: z.literal('keepPhoto'), photo: storedPhoto }),
  z.strictObject({ id: z.string(), kind: z.literal('tellFollowers'), text: z.string(), link: z.string() }),
  z.strictObject({ id: z.string(), kind: z.literal('takeIn'), into: z.string() }),
  z.strictObject({ id: z.string(), kind: z.literal('letGo'), from: z.string() }),
  z.strictObject({ id: z.string(), kind: z.literal('passOn'), to: z.string(), event: z.int() }),
])

export const requests = defineCollection<Request>({
  name: 'requests',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      v: z.literal(1),
      version: z.int(),
      rev: z.int(),
      token: z.string(),
      no: z.string(),
      reporterId: z.string(),
      source: z.optional(z.enum(broughtBy)),
      external: z.optional(external),
      text: z.string(),
      tile: z.optional(z.enum(tiles)),
      photos: z.array(storedPhoto),
      files: z.record(
        z.string(),
        z.union([z.strictObject({ fileId: z.string() }), z.strictObject({ rejected: z.literal(true) })]),
      ),
      place,
      gridId: z.string(),
      cell: z.optional(z.string()),
      areaIds: z.array(z.string()),
      // The decision is written by one versioned policy and kept as it was made; its shape is the policy's affair.
      triage: z.custom<TriageDecision>(
        value => typeof value === 'object' && value !== null && 'policy' in value,
      ),
      tier: z.enum(tiers),
      category: z.optional(z.enum(categories)),
      status: z.enum(statuses),
      assignee: z.optional(z.strictObject({ ...officer, personId: z.optional(z.string()), since: z.int() })),
      clocks: z.partialRecord(z.enum(clockNames), clock),
      reopenedTimes: z.int(),
      joined: z.optional(z.int()),
      merged: z.optional(z.array(z.strictObject({ id: z.string(), no: z.string(), reporterId: z.string() }))),
      mergedInto: z.optional(z.strictObject({ id: z.string(), no: z.string() })),
      events: z.array(event),
      createdAt: z.int(),
      mineKey: z.string(),
      mineOpenKey: z.optional(z.string()),
      openKey: z.optional(z.string()),
      correctedKey: z.optional(z.string()),
      wakeAt: z.optional(z.int()),
      effects: z.array(effect),
    }),
  indexes: [
    {
      name: 'reporter_newest',
      keys: [
        ['reporterId', '1'],
        ['mineKey', '-1'],
      ],
    },
    {
      name: 'reporter_open',
      keys: [
        ['reporterId', '1'],
        ['mineOpenKey', '-1'],
      ],
    },
    {
      name: 'area_open',
      keys: [
        ['areaIds', '1'],
        ['openKey', '1'],
      ],
    },
    // What is near, or in the same grid, and not closed: for looking for the same matter.
    {
      name: 'cell_open',
      keys: [
        ['cell', '1'],
        ['mineOpenKey', '-1'],
      ],
    },
    {
      name: 'grid_open',
      keys: [
        ['gridId', '1'],
        ['mineOpenKey', '-1'],
      ],
    },
    {
      name: 'area_month',
      keys: [
        ['areaIds', '1'],
        ['createdAt', '1'],
      ],
    },
    {
      name: 'area_corrected',
      keys: [
        ['areaIds', '1'],
        ['correctedKey', '-1'],
      ],
    },
    {
      name: 'area_unclosed',
      keys: [
        ['areaIds', '1'],
        ['mineOpenKey', '1'],
      ],
    },
    // What lies with one officer: all of it changes when another account is bound.
    {
      name: 'officer_open',
      keys: [
        ['assignee.officerId', '1'],
        ['mineOpenKey', '1'],
      ],
    },
    { name: 'wake', keys: [['wakeAt', '1']] },
    // Everything that is open, for the day on which grids are drawn anew.
    { name: 'open', keys: [['mineOpenKey', '1']] },
  ],
})
