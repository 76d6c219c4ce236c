import * as z from '../../../contract/zod'
import type { InboxLine } from '../../../domain/request/inboxLine'
import { defineCollection } from './collection'

export const inbox = defineCollection<InboxLine>({
  name: 'inbox',
  schema: () =>
    z.strictObject({
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
