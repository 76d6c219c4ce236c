import { cloud } from '../kernel/cloud'
import { Database } from '../kernel/database'
import { checkLiving } from './checkLiving'
import { clearHandouts } from './clearHandouts'
import { clearVersions } from './clearVersions'
import { closeVotes } from './closeVotes'
import { followImports } from './followImports'
import { followBindings } from './followBindings'
import { finishPosts } from './finishPosts'
import { publishAreas } from './publishAreas'
import { publishHistory } from './publishHistory'
import { wakeRequests } from './wakeRequests'

/**
 * The `main` of the timer: once a minute it does what the passing of time asks for. Overlapping runs are harmless, since
 * every change is guarded. Refuses any caller but the timer, for any client can call any function by name.
 */
export const run = async (): Promise<{ requests: number; topics: number } | { refused: true }> => {
  const { ENV = '', SOURCE = '', OPENID } = cloud.getWXContext()
  if (OPENID || !/(^|,)wx_trigger$|^timer$/.test(SOURCE)) return { refused: true }
  const db = new Database()
  const now = Date.now()
  const requests = await wakeRequests(db, ENV, now)
  const topics = await closeVotes(db, now)
  const published = await publishAreas(db, ENV, now)
  const imports = await followImports(db, ENV, now)
  const cleared = await clearVersions(db, ENV, now)
  const exports = await clearHandouts(db, now)
  const posts = await finishPosts(db, ENV, now)
  const bound = await followBindings(db, now)
  const gaps = await checkLiving(db, ENV, now)
  const history = await publishHistory(db, ENV, now)
  console.log(
    JSON.stringify({
      clock: 'minute',
      requests,
      topics,
      published,
      imports,
      cleared,
      exports,
      posts,
      bound,
      gaps,
      history,
      ms: Date.now() - now,
      ops: db.ops,
    }),
  )
  return { requests, topics }
}
