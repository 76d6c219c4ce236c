import type { Post, StoredPost } from '../../domain/account/post'
import { Street } from '../../domain/area/street'
import { sortableInstant } from '../../domain/request/requestKeys'
import { builtIn, type Policies, policiesFrom } from '../../domain/policy/policies'
import type { Pointers } from '../../domain/policy/pointers'
import { areas } from './collections/areas'
import { bindings } from './collections/bindings'
import { leaves } from './collections/leaves'
import { pointers } from './collections/pointers'
import { policies } from './collections/policies'
import { posts } from './collections/posts'
import { type Database, _ } from './database'
import { readVersion } from './readVersion'

/** What is in force: areas with their officers, and the policies that decide. */
export interface Active {
  street: Street
  policies: Policies
  /** Which versions these are; absent before anything was imported. `history` is for `lastHistory` to tell. */
  pointers?: Omit<Pointers, 'history'>
}

interface Held {
  checkedAt: number
  stamp: string
  history?: Pointers['history']
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
  // The history is published many times a day, and nothing of what is loaded here goes by it. Nothing was set up yet: there
  // is no pointer, and what is built in is in force.
  const { pointed, history } = apart(pointer)
  const stamp = JSON.stringify(pointed ?? null)
  const active = holding?.stamp === stamp ? holding.active : load(db, pointed, now)
  held.set(env, { checkedAt: now, stamp, active, ...(history && { history }) })
  // A failed load must not be believed for a minute.
  active.catch(() => held.delete(env))
  return active
}

const apart = (pointer?: Pointers): { pointed?: Active['pointers']; history?: Pointers['history'] } => {
  if (!pointer) return {}
  const { history, ...pointed } = pointer
  return { pointed, history }
}

/** The history that the pointer named when it was last read. */
export const lastHistory = (env: string): Pointers['history'] => held.get(env)?.history

/** Forgets what is held, so that whoever changed it sees the change at once; other instances see it within a minute. */
export const forgetActive = (env: string): void => {
  held.delete(env)
}

/** Has the next look read the pointer, and load anew only if that has changed. */
export const recheckActive = (env: string): void => {
  const holding = held.get(env)
  if (holding) holding.checkedAt = -Infinity
}

const load = async (db: Database, pointer: Active['pointers'], now: number): Promise<Active> => {
  const [nodes, posts_, accounts, away, published] = await Promise.all([
    pointer ? readVersion(db, areas, pointer.areas, { without: ['boundary'] }) : [],
    pointer ? readVersion(db, posts, pointer.roster) : [],
    readAccounts(db),
    readLeaves(db, now),
    readPolicies(db, Object.values(pointer?.policies ?? {})),
  ])
  const policiesNow = policiesFrom(pointer?.policies ?? {}, published)
  const { areaKinds, postKinds } = policiesNow
  return {
    street: new Street({
      areas: nodes,
      posts: withAccounts(posts_, accounts),
      leaves: away,
      areaKinds,
      postKinds,
    }),
    policies: policiesNow,
    ...(pointer && { pointers: pointer }),
  }
}

/** The account of each officer that has one. */
const readAccounts = async (db: Database): Promise<ReadonlyMap<string, string>> => {
  const accounts = new Map<string, string>()
  for (let last = ''; ;) {
    const page = await db.find(bindings, {
      where: { personId: _.gt(last) },
      order: ['personId', '1'],
      limit: 1000,
      fields: ['_id', 'personId'],
    })
    for (const { _id, personId } of page) if (personId) accounts.set(_id, personId)
    if (page.length < 1000) return accounts
    last = page.at(-1)?.personId ?? last
  }
}

const withAccounts = (stored: readonly StoredPost[], accounts: ReadonlyMap<string, string>): Post[] =>
  stored.map(post => {
    const personId = accounts.get(post.officerId)
    return personId === undefined ? post : { ...post, personId }
  })

/** Leaves that have not ended: begun or to come. */
const readLeaves = (db: Database, now: number) =>
  db.find(leaves, { where: { endKey: _.gt(sortableInstant(now)) }, order: ['endKey', '1'], limit: 1000 })

/** Published policies by id; built-in ones are part of the function and need no reading. */
const readPolicies = async (db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> => {
  const found = await Promise.all(ids.filter(id => !(id in builtIn)).map(id => db.read(policies, id)))
  return new Map(found.flatMap(policy => (policy ? [[policy._id, policy.body] as const] : [])))
}
