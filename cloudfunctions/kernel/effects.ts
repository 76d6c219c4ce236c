import { inboxLine } from '../../domain/request/inboxLine'
import type { Effect, KeptFile, Request } from '../../domain/request/request'
import { withKeys } from '../../domain/request/requestKeys'
import { inbox } from './collections/inbox'
import { requests } from './collections/requests'
import { joins } from './collections/joins'
import { type Database, _ } from './database'
import { keepPhoto } from './photos'
import { insertAll, update } from './save'

/** Nothing runs after the reply (instances freeze), so effects get this long before it, ms. */
const patience = 1500

/**
 * Does what a saved request still has to cause, in parallel, and notes what is done. What fails or takes too long stays
 * in the document and is taken up by `clock`; doing it twice is harmless, since an inbox line has its id from the cause.
 * `already` has the ids of those that somebody else has done. Gives the request as it now is: the same object when nothing
 * was written.
 */
export const runEffects = async (
  db: Database,
  request: Request,
  now: number,
  already: ReadonlySet<string> = new Set(),
): Promise<Request> => {
  if (!request.effects.length) return request
  const done = new Set(already)
  const files: Record<string, KeptFile> = {}

  const tells = request.effects.filter(effect => effect.kind === 'tell')
  const work = [
    insertAll(
      db,
      inbox,
      tells.map(({ id, personId, text, link }) =>
        inboxLine({ causeId: request._id, effectId: id, personId, at: now, text, link }),
      ),
    ).then(() => tells.forEach(effect => done.add(effect.id))),
    ...request.effects.map(async effect => {
      if (effect.kind === 'tellFollowers') {
        await tellFollowers(db, request, effect, now)
        done.add(effect.id)
      }
      if (effect.kind !== 'keepPhoto') return
      files[effect.photo.id] =
        request.files[effect.photo.id] ?? (await keepPhoto(effect.photo, `requests/${request._id}`))
      done.add(effect.id)
    }),
  ]
  await within(
    patience,
    Promise.all(work.map(one => one.catch((error: unknown) => tellFailure(request, error)))),
  )

  const after = withKeys({
    ...request,
    effects: request.effects.filter(effect => !done.has(effect.id)),
    files: { ...request.files, ...files },
  })
  // When somebody else wrote meanwhile, `clock` finds the effects again and this line costs nothing.
  return (await update(db, requests, request, after)) ?? request
}

const followersAtOnce = 1000

/** One line in the inbox of each who joined. Half of it done again tells nobody twice. */
const tellFollowers = async (
  db: Database,
  { _id: causeId }: Request,
  { id, text, link }: Effect & { kind: 'tellFollowers' },
  at: number,
): Promise<void> => {
  for (let last = ''; ;) {
    const page = await db.find(joins, {
      where: { requestId: causeId, listKey: _.gt(last) },
      order: ['listKey', '1'],
      limit: followersAtOnce,
      fields: ['personId', 'listKey'],
    })
    await insertAll(
      db,
      inbox,
      page.map(({ personId }) =>
        inboxLine({ causeId, effectId: `${id}-${personId}`, personId, at, text, link }),
      ),
    )
    if (page.length < followersAtOnce) return
    last = page.at(-1)?.listKey ?? last
  }
}

/** What failed is done again by `clock`; that it failed is for whoever reads the log. */
const tellFailure = ({ _id }: Request, error: unknown) =>
  console.error(JSON.stringify({ effectsOf: _id, error: String((error as Error).stack ?? error) }))

const within = async (ms: number, work: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([work, new Promise(resolve => (timer = setTimeout(resolve, ms)))])
  clearTimeout(timer)
}
