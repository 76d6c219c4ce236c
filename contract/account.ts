import { areaBrief, gridCard } from './area'
import { areaId, cursor, instant } from './ids'
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

export const accountService = defineService('account', {
  /** Everything the first screen shows, in one call. `gridId` is what the phone remembers when the cloud knows no home. */
  home: query({
    scope: 'public',
    input: { gridId: z.optional(areaId) },
    output: {
      /** The name of the street as residents say it; absent before areas are loaded. */
      street: z.optional(z.string()),
      name: z.optional(z.string()),
      home: z.optional(gridCard),
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
      home: z.optional(areaBrief),
      items: z.array(inboxItem),
      next: z.optional(cursor),
    },
  }),
  /** All up to `upTo` has been seen. */
  markSeen: mutation({ scope: 'self', input: { upTo: instant }, output: { seenAt: instant } }),
  /** Remember my home grid. */
  setHome: mutation({ scope: 'self', input: { gridId: areaId }, output: { home: gridCard } }),
})
