import { isDeepStrictEqual } from 'node:util'
import type { Collection } from './collections/collection'
import { type Database, _ } from './database'
import { settings } from './settings'

// The only file that writes to the database. `update({data})` of the SDK merges objects: `{assignee: {id}}` becomes
// `assignee.id`, keys left out stay, `{}` is dropped. So every value is wrapped in `_.set`, and instants are integers.
// https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/document/Document.update.html

/** A document that is changed in place, guarded by `rev`, with a history that only grows. */
export interface Changing {
  _id: string
  rev: number
  events: unknown[]
}

/**
 * Writes a new document. `false` when one with this id was there already, which is what a repeated call meets: ids are
 * derived from caller and token.
 */
export const insert = async <T extends { _id: string }>(
  db: Database,
  collection: Collection<T>,
  document: T,
): Promise<boolean> => {
  check(collection, document)
  try {
    await db.raw(collection).add({ data: document })
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

/** Writes several new documents in one operation; those already there are left as they are. */
export const insertAll = async <T extends { _id: string }>(
  db: Database,
  collection: Collection<T>,
  documents: T[],
): Promise<void> => {
  documents.forEach(document => check(collection, document))
  if (!documents.length) return
  try {
    await db.raw(collection).add({ data: documents })
  } catch (error) {
    if (!isDuplicate(error)) throw error
    // Some were there: an ordered insert stops at the first, so the rest go one by one.
    await Promise.all(documents.map(document => insert(db, collection, document)))
  }
}

/** Sets some fields of a document whose owner alone changes them, removes undefined ones; the others stay as they are. */
export const setFields = async <T extends { _id: string }>(
  db: Database,
  collection: Collection<T>,
  id: string,
  fields: { [K in keyof T]?: T[K] | undefined },
): Promise<void> => {
  const data = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value === undefined ? _.remove() : _.set(value)]),
  )
  await db.raw(collection).doc(id).update({ data })
}

/**
 * Sets some fields (dotted ones too) of the one document that still is as `where` says, `_id` among it, and raises a
 * counter. `false` when it is not any more; nothing has changed then.
 */
export const setFieldsWhere = async <T extends { _id: string }>(
  db: Database,
  collection: Collection<T>,
  where: { _id: string; [field: string]: unknown },
  fields: Record<string, unknown>,
  raised?: keyof T & string,
): Promise<boolean> => {
  const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, _.set(value)]))
  const { stats } = await db
    .raw(collection)
    .where(where)
    .update({ data: { ...data, ...(raised && { [raised]: _.inc(1) }) } })
  return stats.updated === 1
}

/**
 * Turns `before` into `after` in one conditional write: changed fields are set, absent ones removed, new events
 * appended. `undefined` when somebody else wrote since `before` was read; nothing has changed then.
 */
export const update = async <T extends Changing>(
  db: Database,
  collection: Collection<T>,
  before: T,
  after: T,
): Promise<T | undefined> => {
  const saved = { ...after, rev: before.rev + 1 }
  check(collection, saved)
  const { stats } = await db
    .raw(collection)
    .where({ _id: before._id, rev: before.rev })
    .update({ data: { ...changedFields(before, after), ...newEvents(before, after), rev: _.inc(1) } })
  return stats.updated === 1 ? saved : undefined
}

/** Removes documents by id, in one operation; those that are gone already are no matter. Gives how many there were. */
export const removeAll = async <T extends { _id: string }>(
  db: Database,
  collection: Collection<T>,
  ids: readonly string[],
): Promise<number> => {
  const { stats } = await db
    .raw(collection)
    .where({ _id: _.in(ids) })
    .remove()
  return stats.removed
}

const changedFields = (before: Changing, after: Changing): Record<string, unknown> => {
  const was = before as unknown as Record<string, unknown>
  const is = after as unknown as Record<string, unknown>
  const names = new Set([...Object.keys(was), ...Object.keys(is)])
  for (const own of ['_id', 'rev', 'events']) names.delete(own)
  return Object.fromEntries(
    [...names]
      .filter(name => !isDeepStrictEqual(was[name], is[name]))
      .map(name => [name, is[name] === undefined ? _.remove() : _.set(is[name])]),
  )
}

const newEvents = (before: Changing, after: Changing): Record<string, unknown> => {
  const added = after.events.slice(before.events.length)
  return added.length ? { events: _.push(added) } : {}
}

// The service words it `E11000 duplicate key error …`; the code differs between its versions.
const isDuplicate = (error: unknown): boolean =>
  /E11000|DATABASE_DUPLICATE_WRITE/.test(String((error as { errMsg?: string }).errMsg ?? error))

const check = <T extends { _id: string }>(collection: Collection<T>, document: T): void => {
  if (!settings.checked()) return
  const result = collection.schema().safeParse(document)
  if (!result.success) {
    throw new Error(
      `${collection.name} ${document._id} does not fit its schema: ${JSON.stringify(result.error.issues)}`,
    )
  }
}
