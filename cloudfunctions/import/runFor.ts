import type { ImportRun } from '../../contract/importRun'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { briefOf } from '../../domain/area/street'
import type { Run } from '../../domain/import/run'
import { stays } from '../../domain/import/stays'
import type { Call } from '../kernel/call'
import { imports } from '../kernel/collections/imports'

/** A run that this person may manage; throws `notFound` for any other. */
export const runFor = async (call: Call, id: string): Promise<Run> => {
  const run = await call.db.read(imports, id)
  if (!run) throw new Refusal('notFound', errorSentences.notFound)
  await permitRun(call, run)
  return run
}

/** Throws `notFound` when the area of the run is not this person's. */
export const permitRun = async ({ active, caller }: Call, { areaId }: Run): Promise<string> => {
  const { street } = await active()
  const { name } = await caller.permit('area.manage', street.area(areaId)?.path ?? [areaId])
  return name
}

/** A run as its screen shows it. */
export const present = async (call: Call, run: Run): Promise<{ run: ImportRun }> => {
  const { street, pointers } = await call.active()
  const area = street.area(run.areaId)
  const { work, message, totals, follow } = run
  const why = run.state === 'applied' && !run.undoing ? stays(run, pointers) : undefined
  const again: ImportRun['moves'] = run.source ? ['recheck'] : []
  const isNews = totals && totals.added + totals.changed + totals.ended > 0
  const moves: Record<Run['state'], ImportRun['moves']> = {
    checking: ['advance'],
    unreadable: [],
    ready: run.source && isNews && !totals.errors ? ['apply', ...again] : again,
    applying: ['advance'],
    outdated: again,
    applied: why === undefined ? ['undo'] : [],
    undone: again,
  }
  return {
    run: {
      id: run._id,
      version: run.version,
      kind: run.kind,
      fileName: run.fileName,
      coordinates: run.coordinates,
      missing: run.missing,
      area: area ? briefOf(area) : { id: run.areaId, name: '', kind: '' },
      state: run.state,
      ...(work && { progress: work }),
      ...(message !== undefined && { message }),
      ...(why !== undefined && { stays: why }),
      ...(totals && { totals }),
      ...(totals && !run.report && { reportCleared: true }),
      ...(follow && { follow: { moved: follow.moved, done: follow.done } }),
      events: run.events.map(({ at, by, text }) => ({ at, by, text })),
      createdAt: run.createdAt,
      moves: moves[run.state],
    },
  }
}
