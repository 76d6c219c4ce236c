import * as z from '../../../contract/zod'
import type { Person } from '../../../domain/account/post'
import { defineCollection } from './collection'

export const people = defineCollection<Person>({
  name: 'people',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      v: z.literal(1),
      openid: z.string(),
      name: z.optional(z.string()),
      homeGridId: z.optional(z.string()),
      homeBuilding: z.optional(z.string()),
      places: z.optional(
        z.array(
          z.strictObject({
            id: z.string(),
            label: z.string(),
            gridId: z.string(),
            building: z.optional(z.string()),
          }),
        ),
      ),
      moves: z.optional(
        z.array(z.strictObject({ by: z.string(), placeId: z.string(), from: z.string(), to: z.string() })),
      ),
      seenAt: z.int(),
      createdAt: z.int(),
    }),
  // Read by id; by home and places only on the day on which that grid is no more, by moves when that is undone.
  indexes: [
    { name: 'home', keys: [['homeGridId', '1']] },
    {
      name: 'family',
      keys: [
        ['places.gridId', '1'],
        ['_id', '1'],
      ],
    },
    { name: 'moved_by', keys: [['moves.by', '1']] },
  ],
})
