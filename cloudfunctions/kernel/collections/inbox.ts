import * as z from '../../../contract/zod'
import { defineCollection } from './collection'

/** One thing one person was told. Its id comes from the cause and the person, so it is told once. */
export interface InboxDocument {
  _id: string
  v: 1
  personId: string
  at: number
  text: string
  link: string
  /** `<13-digit at>-<id>` */
  listKey: string
}

export const inbox = defineCollection<InboxDocument>({
  name: 'inbox',
  schema: z.strictObject({
    _id: z.string(),
    v: z.literal(1),
    personId: z.string(),
    at: z.int(),
    text: z.string(),
    link: z.string(),
    listKey: z.string(),
  }),
  indexes: [
    {
      name: 'person_newest',
      keys: [
        ['personId', '1'],
        ['listKey', '-1'],
      ],
    },
  ],
})
