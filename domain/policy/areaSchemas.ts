import { permissions } from '../../contract/permissions'
import * as z from '../../contract/zod'
import type { PostKinds } from '../account/postKinds'
import type { AreaKinds } from '../area/areaKinds'

const id = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{1,30}$/))
const words = z.string().check(z.minLength(1), z.maxLength(20))
const people = z.int().check(z.positive())

const ownIds = <T extends { id: string | number }>(items: readonly T[]) =>
  new Set(items.map(item => item.id)).size === items.length

/** What a published policy of area kinds has to look like. */
export const areaKinds: z.ZodMiniType<AreaKinds> = z
  .strictObject({
    id: z.string(),
    source: z.optional(z.string()),
    trees: z.array(z.strictObject({ id, words, main: z.optional(z.literal(true)) })).check(
      z.refine(trees => trees.filter(({ main }) => main).length === 1, {
        error: 'there must be one main tree',
      }),
    ),
    kinds: z
      .array(
        z.strictObject({
          id,
          words,
          tree: id,
          home: z.optional(z.literal(true)),
          map: z.optional(z.literal(true)),
          ground: z.optional(z.literal(false)),
          posts: z.optional(z.array(id)),
          population: z.optional(z.strictObject({ least: z.optional(people), most: z.optional(people) })),
        }),
      )
      .check(z.refine(ownIds, { error: 'every kind needs an id of its own' })),
    properties: z.array(z.strictObject({ id, words })),
    classes: z.array(z.strictObject({ id: z.int(), words })),
    staleAfterDays: people,
  })
  .check(
    z.refine(({ trees, kinds }) => kinds.every(kind => trees.some(tree => tree.id === kind.tree)), {
      error: 'every kind needs a tree that is there',
    }),
    z.refine(
      ({ trees, kinds }) => {
        const main = trees.find(tree => tree.main)?.id
        return kinds.some(kind => kind.home && kind.ground !== false && kind.tree === main)
      },
      { error: 'the main tree needs a kind with ground for people to live in' },
    ),
  )

/** What a published policy of post kinds has to look like. */
export const postKinds: z.ZodMiniType<PostKinds> = z.strictObject({
  id: z.string(),
  source: z.optional(z.string()),
  kinds: z
    .array(
      z.strictObject({
        id,
        words,
        permissions: z.array(z.enum(Object.keys(permissions) as (keyof typeof permissions)[])),
        front: z.optional(z.int()),
        duty: z.optional(z.literal(true)),
        duties: z.optional(z.array(z.string())),
      }),
    )
    .check(
      z.refine(ownIds, { error: 'every kind needs an id of its own' }),
      z.refine(kinds => kinds.some(kind => kind.permissions.includes('request.handle')), {
        error: 'some kind must carry request.handle, or nobody could do anything',
      }),
    ),
})
