import { dayNumber, type HistorySummary, noHistory } from '../../domain/history/historySummary'
import { type Remembered, withReports } from '../../domain/history/withReports'
import { day } from '../../domain/time/china'
import { lastHistory, loadActive, recheckActive } from '../kernel/active'
import { cloud } from '../kernel/cloud'
import { pointers } from '../kernel/collections/pointers'
import { requests } from '../kernel/collections/requests'
import { type Database, _ } from '../kernel/database'
import { publishedHistory } from '../kernel/placeHistory'
import { setFields } from '../kernel/save'

/** An instance looks for new reports no more often than this, ms. */
const rest = 10 * 60_000
/** What was being written when the last one was made is read again, ms: longer than a function can run. */
const overlap = 60_000
const pageSize = 1000
/** The newest reports that one making anew reads, in pages: of more than a street has in ninety days the oldest go unread. */
const pagesMost = 20

// When this instance looks again, by environment: the other minutes cost no reading.
const lookAt = new Map<string, number>()

/**
 * Publishes what was lately reported at buildings as one small file: the reports since the last time are added to it, and
 * once a day, or under new rules, it is made anew from all that is remembered, with what people have corrected. One read for
 * each street when nothing is new. Gives whether it published.
 */
export const publishHistory = async (db: Database, env: string, now: number): Promise<boolean> => {
  const next = lookAt.get(env) ?? 0
  // A test turns the clock back as well.
  if (now < next && next - now <= rest) return false
  lookAt.set(env, now + rest)
  const { street, policies, pointers: active } = await loadActive(db, env, now)
  if (!active) return false
  const { triage } = policies
  const pointer = lastHistory(env)
  const known = await publishedHistory(env, pointer)
  const isOld = !known || known.policy !== triage.id || known.madeOn !== dayNumber(now)
  const base = isOld ? noHistory(triage.id, now) : known
  const since = isOld ? now - triage.history.matterDays * day : base.upTo - overlap
  const reports = await Promise.all(street.children().map(({ _id }) => readReports(db, _id, since)))
  const made = withReports(base, reports.flat(), triage, now)
  if (!isOld && isSame(made, known)) return false
  await publish(db, made, pointer)
  recheckActive(env)
  return true
}

const publish = async (
  db: Database,
  summary: HistorySummary,
  last: ReturnType<typeof lastHistory>,
): Promise<void> => {
  const { fileID } = await cloud.uploadFile({
    cloudPath: `history/${summary.id.replace(':', '-')}.json`,
    fileContent: Buffer.from(JSON.stringify(summary)),
  })
  await setFields(db, pointers, 'active', {
    history: { id: summary.id, fileId: fileID, ...(last && { lastFileId: last.fileId }) },
  })
  // The last one is still named by what other instances hold; the one before that by nothing.
  if (last?.lastFileId) await cloud.deleteFile({ fileList: [last.lastFileId] })
}

const isSame = (made: HistorySummary, known: HistorySummary): boolean =>
  JSON.stringify(made.places) === JSON.stringify(known.places)

/** The reports of one street made after an instant (ms), newest first. */
const readReports = async (db: Database, areaIds: string, since: number): Promise<Remembered[]> => {
  const all: Remembered[] = []
  for (let [pages, until] = [0, Infinity]; pages < pagesMost; pages++) {
    const page = await db.find(requests, {
      // Of two made in one millisecond, at the end of a page, one may stay unread.
      where: { areaIds, createdAt: until === Infinity ? _.gt(since) : _.gt(since).and(_.lt(until)) },
      order: ['createdAt', '-1'],
      limit: pageSize,
      fields: ['text', 'place', 'gridId', 'tier', 'category', 'triage', 'createdAt', 'mergedInto'],
    })
    all.push(...page)
    if (page.length < pageSize) break
    until = page.at(-1)?.createdAt ?? 0
  }
  return all
}
