import { Street } from '../../domain/area/street'
import { builtIn, type Policies, policiesFrom } from '../../domain/policy/policies'
import type { Pointers } from '../../domain/policy/pointers'
import { areas } from './collections/areas'
import type { Collection } from './collections/collection'
import { pointers } from './collections/pointers'
import { policies } from './collections/policies'
import { posts } from './collections/posts'
import { type Database, _ } from './database'

/** What is in force: areas with their officers, and the policies that decide. */
export interface Active {
  street: Street
  policies: Policies
}

interface Held {
  checkedAt: number
  stamp: string
  active: Promise<Active>
}

/** How long an instance believes what it holds before it looks at the pointer again, ms. */
const trustFor = 60_000

// Per environment: a warm instance serves one, the local cloud several.
const held = new Map<string, Held>()

/**
 * The areas, officers and policies in force. A warm instance answers from memory; once a minute it reads the pointer
 * (one operation) and loads anew only what the pointer says has changed.
 */
export const loadActive = async (db: Database, env: string, now: number): Promise<Active> => {
  const holding = held.get(env)
  if (holding && Math.abs(now - holding.checkedAt) < trustFor) return holding.active
  const pointer = await db.read(pointers, 'active')
  const stamp = JSON.stringify([pointer?.areas, pointer?.roster, pointer?.policies])
  const active = holding?.stamp === stamp ? holding.active : load(db, pointer)
  held.set(env, { checkedAt: now, stamp, active })
  // A failed load must not be believed for a minute.
  active.catch(() => held.delete(env))
  return active
}

const load = async (db: Database, pointer: Pointers | undefined): Promise<Active> => {
  const [nodes, roster, published] = await Promise.all([
    readAll(db, areas, ['boundary']),
    readAll(db, posts),
    readPolicies(db, Object.values(pointer?.policies ?? {})),
  ])
  return { street: new Street(nodes, roster), policies: policiesFrom(pointer?.policies ?? {}, published) }
}

const pageSize = 1000

/** Every document of a collection, in pages of the most that one read gives. */
const readAll = async <T extends { _id: string }>(
  db: Database,
  collection: Collection<T>,
  without?: readonly (keyof T & string)[],
): Promise<T[]> => {
  const all: T[] = []
  for (let last = ''; ;) {
    const page = await db.find(collection, {
      where: { _id: _.gt(last) },
      order: ['_id', '1'],
      limit: pageSize,
      ...(without && { without }),
    })
    all.push(...page)
    if (page.length < pageSize) return all
    last = page.at(-1)?._id ?? last
  }
}

/** Published policies by id; built-in ones are part of the function and need no reading. */
const readPolicies = async (db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> => {
  const found = await Promise.all(ids.filter(id => !(id in builtIn)).map(id => db.read(policies, id)))
  return new Map(found.flatMap(policy => (policy ? [[policy._id, policy.body] as const] : [])))
}
