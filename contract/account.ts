import { areaBrief, gridCard } from './area'
import { areaId, cursor, instant, placeId } from './ids'
import { topicStatuses } from './council'
import { requestLine, workingTime } from './requestView'
import { defineService, mutation, query } from './service'
import * as z from './zod'

const inboxItem = z.object({
  id: z.string(),
  at: instant,
  /** Neutral words: phones are shared, so the matter itself is behind the link. */
  text: z.string(),
  /** Page to open, as a path inside the app. */
  link: z.string(),
  unread: z.boolean(),
})
export type InboxItem = z.infer<typeof inboxItem>

/** My own home among the places of my family. */
export const homePlaceId = 'home'

/** Places of the family that one person may keep beside the home. */
export const familyPlacesMost = 5
export const labelMost = 10

/** Where I or somebody of my family lives: a building at most, never a door. */
export const householdPlace = z.object({
  /** `home` for my own. */
  id: placeId,
  /** What the family calls it: 妈妈家. */
  label: z.string(),
  /** Absent when the grid is gone from the map: it has to be chosen again. */
  grid: z.optional(areaBrief),
  building: z.optional(z.string()),
})
export type HouseholdPlace = z.infer<typeof householdPlace>

/** Mine first, then those of the family in the order they were entered. */
const places = z.array(householdPlace)

/** Pages of staff that not every post opens. */
export const staffPages = ['policies', 'plates', 'imports'] as const
export type StaffPage = (typeof staffPages)[number]

/** By what somebody shows that a staff record is theirs: the phone number of their WeChat, or a code from whoever is in charge. */
export const bindingProofs = ['phone', 'code'] as const
export type BindingProof = (typeof bindingProofs)[number]

/** As it was typed or found on a map; what is finer than a building is cut off before it is kept. */
const building = z.string().check(z.trim(), z.maxLength(100))

export const accountService = defineService('account', {
  /** Everything the first screen shows, in one call. `gridId` is what the phone remembers when the cloud knows no home. */
  home: query({
    scope: 'public',
    input: { gridId: z.optional(areaId) },
    output: {
      /** The name of the street as residents say it; absent before areas are loaded. */
      street: z.optional(z.string()),
      /** The street's duty phone, for somebody without a home here. */
      dutyPhone: z.optional(z.string()),
      /** Nothing is set up in this environment: there is no street yet. */
      notOpen: z.optional(z.boolean()),
      name: z.optional(z.string()),
      home: z.optional(gridCard),
      places,
      unread: z.int(),
      /** My newest open requests, three at most. */
      requests: z.array(requestLine),
      workingTime: z.optional(workingTime),
      /** Topics being discussed or voted on around my home, two at most. */
      topics: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          status: z.enum(topicStatuses),
          closesAt: z.optional(instant),
        }),
      ),
      /** For officers: the first area of their posts, how many requests are open there, and when the most urgent is due. */
      work: z.optional(
        z.object({
          area: areaBrief,
          open: z.int(),
          moreThanCounted: z.boolean(),
          nextDueAt: z.optional(instant),
          /** They may enter what others bring. */
          mayRecord: z.boolean(),
        }),
      ),
    },
  }),
  /** What I was told, newest first, with who I am here. */
  inbox: query({
    scope: 'self',
    input: { cursor: z.optional(cursor) },
    output: {
      name: z.optional(z.string()),
      posts: z.array(z.object({ post: z.string(), area: areaBrief })),
      mayOpen: z.array(z.enum(staffPages)),
      places,
      items: z.array(inboxItem),
      next: z.optional(cursor),
    },
  }),
  /** All up to `upTo` has been seen. */
  markSeen: mutation({ scope: 'self', input: { upTo: instant }, output: { seenAt: instant } }),
  /** My home and the places of my family. */
  places: query({ scope: 'self', input: {}, output: { places } }),
  /** Remember my home: its grid, and its building when that is known. */
  setHome: mutation({
    scope: 'self',
    input: { gridId: areaId, building: z.optional(building) },
    output: { home: gridCard, places },
  }),
  /** Remember a place of the family, or change one that is kept. */
  keepPlace: mutation({
    scope: 'self',
    input: {
      /** The one to change; a new one when absent. */
      placeId: z.optional(placeId),
      label: z.string().check(z.trim(), z.minLength(1), z.maxLength(labelMost)),
      gridId: areaId,
      building: z.optional(building),
    },
    output: { places },
    errors: ['tooMany'],
  }),
  /**
   * A staff record becomes this account's. `code` is what WeChat's button gives for the phone number, which is compared and
   * kept nowhere, or the eight digits that somebody in charge has given.
   */
  claim: mutation({
    scope: 'self',
    input: {
      by: z.enum(bindingProofs),
      code: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
    },
    output: {
      name: z.string(),
      posts: z.array(z.object({ post: z.string(), area: areaBrief })),
      /** Open requests that wait for this officer; more may follow within minutes. */
      waiting: z.int(),
    },
    errors: ['wrongState', 'tooMany'],
  }),
  /** Forget a place of the family, or my home. */
  forgetPlace: mutation({ scope: 'self', input: { placeId }, output: { places } }),
})
