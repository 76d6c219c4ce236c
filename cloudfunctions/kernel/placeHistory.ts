import { Buffer } from 'node:buffer'
import type { Place } from '../../contract/place'
import { beforeAt, type HistorySummary } from '../../domain/history/historySummary'
import { placeKey } from '../../domain/history/placeKey'
import type { Pointers } from '../../domain/policy/pointers'
import type { Before } from '../../domain/triage/circumstances'
import { lastHistory } from './active'
import type { Call } from './call'
import { cloud } from './cloud'

/** A report waits no longer than this for what was before at its building, ms: it is sorted without, then. */
const patience = 300

interface Held {
  fileId: string
  loading: Promise<HistorySummary | undefined>
  /** The last one that was loaded: better an old one than none. */
  loaded?: HistorySummary
}

// Per environment: a warm instance serves one, the local cloud several.
const held = new Map<string, Held>()

/**
 * What was lately reported at the building a report is about; undefined when none is named, or nothing is known in time. No
 * database operation: the summary is one published file, fetched once each time there is a new one.
 */
export const historyAt = async (
  call: Call,
  { gridId, place, text }: { gridId: string; place: Place; text: string },
): Promise<Before | undefined> => {
  const key = placeKey(gridId, place, text)
  if (key === undefined) return undefined
  const { policies } = await call.active()
  const summary = await inTime(holdingOf(call.env, lastHistory(call.env)))
  return summary && beforeAt(summary, key, policies.triage.history, call.now)
}

/** The summary a pointer names; undefined when there is none, or when it cannot be fetched. */
export const publishedHistory = async (
  env: string,
  pointer: Pointers['history'],
): Promise<HistorySummary | undefined> => holdingOf(env, pointer)?.loading

const holdingOf = (env: string, pointer: Pointers['history']): Held | undefined => {
  const holding = held.get(env)
  if (!pointer || holding?.fileId === pointer.fileId) return holding
  const { fileId } = pointer
  const next: Held = { fileId, ...(holding?.loaded && { loaded: holding.loaded }), loading: fetch(fileId) }
  held.set(env, next)
  void next.loading.then(summary => {
    if (summary) next.loaded = summary
    // What could not be fetched is tried again with the next report.
    else if (held.get(env) === next) held.set(env, { ...next, fileId: '' })
  })
  return next
}

/** Never fails: what is known of a building is an aid, and no report is held up for want of it. */
const fetch = async (fileId: string): Promise<HistorySummary | undefined> => {
  try {
    const { fileContent } = await cloud.downloadFile({ fileID: fileId })
    return JSON.parse(Buffer.from(fileContent).toString('utf8')) as HistorySummary
  } catch (error) {
    console.error(JSON.stringify({ history: fileId, error: String((error as Error).stack ?? error) }))
    return undefined
  }
}

const inTime = async (holding: Held | undefined): Promise<HistorySummary | undefined> => {
  if (!holding) return undefined
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>(resolve => (timer = setTimeout(() => resolve(undefined), patience)))
  const summary = await Promise.race([holding.loading, late])
  clearTimeout(timer)
  return summary ?? holding.loaded
}
