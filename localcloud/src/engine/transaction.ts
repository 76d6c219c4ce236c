import { randomUUID } from 'node:crypto'

/** Where a document is: its collection and the key of its id, as one string. */
export type Place = string

/** A transaction that is open: what it saw first, and what it wrote. */
export class Transaction {
  readonly id = randomUUID()
  /** The number of the last commit it sees; set by its first operation. */
  snapshot?: number
  /** Its own writes by place; `undefined` for a removed document. */
  readonly writes = new Map<Place, string | undefined>()
  /** What it has claimed: the places of its writes, and of the keys that they take in unique indexes. */
  readonly claimed = new Set<Place>()
  /** Which of its writes takes a key of a unique index, and which keys each of them takes. */
  private readonly takers = new Map<Place, Place>()
  private readonly taken = new Map<Place, Place[]>()
  /** Resolves when it has ended, however it has. */
  readonly ended: Promise<void>
  private end!: () => void
  timer?: NodeJS.Timeout

  constructor() {
    this.ended = new Promise(done => (this.end = done))
  }

  /** The place of its own write that takes a key of a unique index. */
  takerOf(key: Place): Place | undefined {
    return this.takers.get(key)
  }

  /** Notes the new state of a place, and the keys of unique indexes that it takes instead of those before. */
  write(place: Place, text: string | undefined, keys: Place[] = []): void {
    for (const key of this.taken.get(place) ?? []) if (this.takers.get(key) === place) this.takers.delete(key)
    for (const key of keys) this.takers.set(key, place)
    this.taken.set(place, keys)
    this.writes.set(place, text)
  }

  finish(): void {
    clearTimeout(this.timer)
    this.end()
  }
}

/** A document that an open transaction has written: writers outside of transactions wait for its end. */
export class DocumentBusy extends Error {
  constructor(readonly ended: Promise<void>) {
    super('the document is being written by a transaction')
    this.name = 'DocumentBusy'
  }
}
