import { closeVote } from '../../domain/council/closeVote'
import type { Ballot, Topic } from '../../domain/council/topic'
import { change } from '../kernel/change'
import { ballots } from '../kernel/collections/ballots'
import { topics } from '../kernel/collections/topics'
import { type Database, _ } from '../kernel/database'
import { wakeDue } from './wakeDue'

/**
 * Counts the votes whose time is up. A topic wakes a little after its closing time, longer than a call can run, so that
 * every ballot that was accepted before the close has been written. Gives how many topics it woke.
 */
export const closeVotes = (db: Database, now: number): Promise<number> =>
  wakeDue(db, topics, now, async id => {
    const cast = await ballotsOf(db, id)
    await change<Topic, undefined>(db, topics, {
      id,
      permit: () => undefined,
      decide: topic => closeVote(topic, cast, now),
    })
  })

const pageSize = 1000

const ballotsOf = async (db: Database, topicId: string): Promise<Ballot[]> => {
  const all: Ballot[] = []
  for (let last = ''; ;) {
    const page = await db.find(ballots, {
      where: { topicId, _id: _.gt(last) },
      order: ['_id', '1'],
      limit: pageSize,
    })
    all.push(...page)
    if (page.length < pageSize) return all
    last = page.at(-1)?._id ?? last
  }
}
