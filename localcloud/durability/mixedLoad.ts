import type { Engine } from '../src/engine/engine'
import { compileUpdate } from '../src/engine/updater'
import type { Document, Fields } from '../src/engine/value'

/** One write of the load. `transfer` is a transaction over two documents, `each` changes several at once. */
export type Operation =
  | { kind: 'put' | 'insert'; document: Document }
  | { kind: 'add'; id: string; by: number }
  | { kind: 'push'; id: string; tag: string }
  | { kind: 'each'; group: string; by: number }
  | { kind: 'transfer'; from: string; to: string; by: number }
  | { kind: 'remove'; id: string }

/** What is stored, by id. */
export type Model = Map<string, Document>

export const collection = {
  name: 'things',
  indexes: [
    {
      name: 'group_n',
      keys: [
        { name: 'group', direction: '1' as const },
        { name: 'n', direction: '-1' as const },
      ],
    },
    { name: 'tags', keys: [{ name: 'tags', direction: '1' as const }] },
    { name: 'code', unique: true, keys: [{ name: 'code', direction: '1' as const }] },
  ],
}

/** The n-th operation of a load: the same for the same seed. */
export const operationAt = (seed: number, n: number): Operation => {
  const random = numbers(seed * 1_000_003 + n)
  const one = (count: number) => Math.floor(random() * count)
  const id = `d${one(12)}`
  const document = {
    _id: id,
    code: `code ${id}`,
    group: `g${one(3)}`,
    n: one(100),
    tags: [`t${one(4)}`],
    // Now and then a large one, so that the log is folded into the file in the middle of the load.
    text: 'x'.repeat(one(10) ? one(300) : 150_000),
  }
  const kind = (['put', 'insert', 'add', 'add', 'push', 'each', 'transfer', 'transfer', 'remove'] as const)[
    one(9)
  ]
  switch (kind) {
    case 'add':
      return { kind, id, by: one(10) }
    case 'push':
      return { kind, id, tag: `t${one(4)}` }
    case 'each':
      return { kind, group: `g${one(3)}`, by: one(10) }
    case 'transfer':
      return { kind, from: id, to: `d${one(12)}`, by: one(10) }
    case 'remove':
      return { kind, id }
    default:
      return { kind: kind ?? 'put', document }
  }
}

/** Does an operation with the engine. */
export const doIt = (engine: Engine, operation: Operation): void => {
  const { name } = collection
  const change = (update: Record<string, Fields>) => compileUpdate(update, {}, 0)
  switch (operation.kind) {
    case 'put':
      engine.put(name, operation.document)
      return
    case 'insert':
      if (!engine.get(name, operation.document._id)) engine.insert(name, [operation.document])
      return
    case 'add':
      engine.update(name, { _id: operation.id }, false, change({ $inc: { n: operation.by } }))
      return
    case 'push':
      engine.update(name, { _id: operation.id }, false, change({ $push: { tags: operation.tag } }))
      return
    case 'each':
      engine.update(name, { group: operation.group }, true, change({ $inc: { n: operation.by } }))
      return
    case 'transfer': {
      const { id } = engine.begin()
      const add = (_id: string, by: number) =>
        engine.update(name, { _id }, false, change({ $inc: { n: by } }), engine.transaction(id))
      add(operation.from, -operation.by)
      add(operation.to, operation.by)
      engine.commit(id)
      return
    }
    case 'remove':
      engine.remove(name, { _id: operation.id }, false)
  }
}

/** What is stored after an operation, worked out without the engine. */
export const modelAfter = (model: Model, operation: Operation): Model => {
  const after = new Map(model)
  const change = (id: string, to: (document: Document) => Partial<Document>) => {
    const known = after.get(id)
    if (known) after.set(id, { ...known, ...to(known) })
  }
  const add = (id: string, by: number) => change(id, ({ n }) => ({ n: Number(n) + by }))
  switch (operation.kind) {
    case 'put':
      after.set(String(operation.document._id), operation.document)
      break
    case 'insert':
      if (!after.has(String(operation.document._id)))
        after.set(String(operation.document._id), operation.document)
      break
    case 'add':
      add(operation.id, operation.by)
      break
    case 'push':
      change(operation.id, ({ tags }) => ({ tags: [...(tags as string[]), operation.tag] }))
      break
    case 'each':
      for (const [id, { group }] of model) if (group === operation.group) add(id, operation.by)
      break
    case 'transfer':
      add(operation.from, -operation.by)
      add(operation.to, operation.by)
      break
    case 'remove':
      after.delete(operation.id)
  }
  return after
}

/** The same numbers between 0 and 1 for the same seed (mulberry32). */
export const numbers = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let value = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
  return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
}
