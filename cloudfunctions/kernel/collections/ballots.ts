import { choices } from '../../../contract/council'
import * as z from '../../../contract/zod'
import type { Ballot } from '../../../domain/council/topic'
import { defineCollection } from './collection'

export const ballots = defineCollection<Ballot>({
  name: 'ballots',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      v: z.literal(1),
      topicId: z.string(),
      personId: z.string(),
      seatId: z.string(),
      choice: z.enum(choices),
      at: z.int(),
      token: z.string(),
    }),
  indexes: [
    {
      name: 'topic',
      keys: [
        ['topicId', '1'],
        ['_id', '1'],
      ],
    },
  ],
})
