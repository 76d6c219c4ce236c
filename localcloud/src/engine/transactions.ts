import { ServiceError } from '../serviceError'
import { DocumentBusy, type Place, Transaction } from './transaction'

const conflict = () =>
  new ServiceError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  )

const unknown = () =>
  new ServiceError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  )

/**
 * Open transactions, what they have locked, and how documents looked before commits that they must not see.
 * Snapshot isolation: reads never conflict, the first writer of a document wins.
 */
export class Transactions {
  private readonly open = new Map<string, Transaction>()
  private readonly locks = new Map<Place, Transaction>()
  /** For each place the states it was in before commits, oldest first; kept while a transaction may need them. */
  private readonly past = new Map<Place, { commit: number; before: string | undefined }[]>()
  private commits = 0

  constructor(private readonly longestMs: number) {}

  begin(): Transaction {
    const transaction = new Transaction()
    transaction.timer = setTimeout(() => this.end(transaction), this.longestMs)
    transaction.timer.unref()
    this.open.set(transaction.id, transaction)
    return transaction
  }

  /** The open transaction with this id, its snapshot taken. @throws the service's error when there is none (any more) */
  use(id: string): Transaction {
    const transaction = this.open.get(id)
    if (!transaction) throw unknown()
    transaction.snapshot ??= this.commits
    return transaction
  }

  /** Claims a place for writing. @throws the service's conflict, after ending the transaction */
  claim(transaction: Transaction, place: Place): void {
    const holder = this.locks.get(place)
    const changed = this.past.get(place)?.at(-1)
    if ((holder && holder !== transaction) || (changed && changed.commit > (transaction.snapshot ?? 0))) {
      this.end(transaction)
      throw conflict()
    }
    this.locks.set(place, transaction)
    transaction.claimed.add(place)
  }

  /** @throws DocumentBusy when a transaction has written there */
  refuseLocked(place: Place): void {
    const holder = this.locks.get(place)
    if (holder) throw new DocumentBusy(holder.ended)
  }

  get hasLocks(): boolean {
    return this.locks.size > 0
  }

  /**
   * The places whose state differs for this transaction from what is stored, with that state.
   * @param prefix what the places of a collection begin with
   */
  changesFor(transaction: Transaction, prefix: string): Map<Place, string | undefined> {
    const seen = new Map<Place, string | undefined>()
    for (const [place, states] of this.past) {
      if (!place.startsWith(prefix)) continue
      const first = states.find(({ commit }) => commit > (transaction.snapshot ?? 0))
      if (first) seen.set(place, first.before)
    }
    for (const [place, text] of transaction.writes) if (place.startsWith(prefix)) seen.set(place, text)
    return seen
  }

  /** The state of one place for this transaction; `stored` is what lies in the file. */
  read(transaction: Transaction, place: Place, stored: () => string | undefined): string | undefined {
    if (transaction.writes.has(place)) return transaction.writes.get(place)
    const first = this.past.get(place)?.find(({ commit }) => commit > (transaction.snapshot ?? 0))
    return first ? first.before : stored()
  }

  /** Notes what a commit has changed, for the transactions that must not see it. */
  committed(changes: Map<Place, string | undefined>): void {
    this.commits++
    const isWatched = [...this.open.values()].some(({ snapshot }) => snapshot !== undefined)
    if (!isWatched) return
    for (const [place, before] of changes) {
      const states = this.past.get(place) ?? []
      states.push({ commit: this.commits, before })
      this.past.set(place, states)
    }
  }

  end(transaction: Transaction): void {
    if (!this.open.delete(transaction.id)) return
    for (const place of transaction.claimed) this.locks.delete(place)
    const oldest = Math.min(...[...this.open.values()].map(({ snapshot }) => snapshot ?? Infinity))
    if (oldest === Infinity) this.past.clear()
    else if (this.past.size > 1000) this.forget(oldest)
    transaction.finish()
  }

  close(): void {
    for (const transaction of [...this.open.values()]) this.end(transaction)
  }

  private forget(oldest: number): void {
    for (const [place, states] of this.past) {
      const needed = states.filter(({ commit }) => commit > oldest)
      if (needed.length) this.past.set(place, needed)
      else this.past.delete(place)
    }
  }
}
