import { day } from '../time/china'
import type { Retention } from './retention'
import type { Run } from './run'

/** Files of a run that nobody needs any more, and the run as it is without them. */
export interface Tidied {
  files: string[]
  run: Run
}

/** The file of a run in these states may still be needed. */
const needsSource: ReadonlySet<Run['state']> = new Set(['checking', 'ready', 'applying', 'outdated'])

/**
 * What of a run's files is due to go at `now` (ms): the uploaded file once it was applied or could not be read, or was left
 * lying; the report after its time; at once what a later step has replaced. `wakeAt` says when the next is due.
 */
export const tidyRun = (run: Run, now: number, { sourceDays, reportDays }: Retention): Tidied => {
  const { source, report, waste = [], wakeAt: _wakeAt, ...rest } = run
  const since = run.events.at(-1)?.at ?? run.createdAt
  const sourceUntil = needsSource.has(run.state) ? since + sourceDays * day : now
  const reportUntil = since + reportDays * day
  const keepsSource = source !== undefined && now < sourceUntil
  const keepsReport = report !== undefined && now < reportUntil
  const due = [
    // When nobody comes back to it, it is ended.
    ...(keepsSource || isAtWork(run) ? [since + sourceDays * day] : []),
    ...(keepsReport ? [reportUntil] : []),
  ]
  return {
    files: [
      ...waste,
      ...(source !== undefined && !keepsSource ? [source] : []),
      ...(report !== undefined && !keepsReport ? [report] : []),
    ],
    run: {
      ...rest,
      ...(keepsSource && { source }),
      ...(keepsReport && { report }),
      ...(due.length && { wakeAt: Math.min(...due) }),
    },
  }
}

/** Whether somebody began to check or to apply a file and never came back. */
export const isAbandoned = (run: Run, now: number, { sourceDays }: Retention): boolean =>
  isAtWork(run) && now >= (run.events.at(-1)?.at ?? run.createdAt) + sourceDays * day

const isAtWork = ({ state }: Run): boolean => state === 'checking' || state === 'applying'
