import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import type { Collection } from './collections/collection'
import type { Database } from './database'
import { type Changing, update } from './save'

interface Changeable extends Changing {
  version: number
  events: { token?: string }[]
}

interface Intent<T, By> {
  id: string
  /** The document when it has just been read: the first attempt begins with it. */
  before?: T
  /** Of the call; an event that carries it means the call has been here before. Absent for the clock. */
  token?: string
  /** The version the screen showed, for a transition; absent for a note. */
  version?: number
  /** Who is changing it, when they may; throws otherwise. */
  permit: (document: T) => By | Promise<By>
  /** What the document becomes. Giving the same object back means that nothing is to change. */
  decide: (document: T, by: By) => T
  /** The present state in the shape of the action's output, for a caller whose screen was old. */
  current?: (document: T) => Promise<unknown>
}

const attemptsMost = 10

/**
 * Reads, decides and writes one document. The second call with the same token gets the present state and changes
 * nothing. A screen that showed an older version gets `conflict` with the present one; when only notes or bookkeeping
 * came between, the decision is simply made again.
 *
 * Throws `notFound`, `conflict`, `busy`, and what `permit` and `decide` throw.
 */
export const change = async <T extends Changeable, By>(
  db: Database,
  collection: Collection<T>,
  intent: Intent<T, By>,
): Promise<T> => {
  for (let attempt = 1; attempt <= attemptsMost; attempt++) {
    const before = (attempt === 1 && intent.before) || (await db.read(collection, intent.id))
    if (!before) throw new Refusal('notFound', errorSentences.notFound)
    const by = await intent.permit(before)
    if (intent.token && before.events.some(event => event.token === intent.token)) return before
    if (intent.version !== undefined && intent.version !== before.version) {
      throw new Refusal('conflict', errorSentences.conflict, { current: await intent.current?.(before) })
    }
    const after = intent.decide(before, by)
    if (after === before) return before
    const saved = await update(db, collection, before, after)
    if (saved) return saved
    // Spread the contenders out, so that they do not meet again.
    await new Promise(resolve => setTimeout(resolve, Math.random() * 20 * attempt))
  }
  throw new Refusal('busy', errorSentences.busy)
}
