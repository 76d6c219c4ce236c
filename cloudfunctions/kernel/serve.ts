import { randomUUID } from 'node:crypto'
import { type Envelope, oldestVersion, type Reply } from '../../contract/envelope'
import { commonErrors, type ErrorCode } from '../../contract/errors'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import type { ActionSpec } from '../../contract/service'
import { validate } from '../../contract/validate'
import { personIdOf } from '../../domain/id/documentId'
import { loadActive } from './active'
import type { Call } from './call'
import { Caller } from './caller'
import { cloud } from './cloud'
import { Database } from './database'
import type { Implementation } from './implement'
import { settings } from './settings'

interface Route {
  spec: ActionSpec
  handle: (call: Call, input: never) => Promise<unknown>
}

/**
 * The `main` of a function that answers these services. Every reply is `{ok, now, data | error}`: nothing is thrown
 * across the wire, and each call leaves one log line.
 */
export const serve = (implementations: readonly Implementation[]) => {
  const routes = new Map<string, Route>(
    implementations.flatMap(({ service, handlers }) =>
      Object.entries(service.actions).map(
        ([name, spec]) =>
          [`${service.name}.${name}`, { spec, handle: handlers[name] as Route['handle'] }] as const,
      ),
    ),
  )

  return async (event: Partial<Envelope> | undefined): Promise<Reply> => {
    const id = randomUUID()
    const now = Date.now()
    const db = new Database()
    const log: Record<string, unknown> = { id, action: String(event?.action).slice(0, 60) }
    try {
      const data = await answer(routes, event ?? {}, now, db, log)
      return { ok: true, now, data }
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal('internal', errorSentences.internal)
      log.code = refusal.code
      if (refusal !== error) log.error = error instanceof Error ? error.stack : JSON.stringify(error)
      const { code, message, field, current } = refusal
      return {
        ok: false,
        now,
        error: {
          code,
          message,
          id,
          ...(field !== undefined && { field }),
          ...(current !== undefined && { current }),
        },
      }
    } finally {
      console.log(JSON.stringify({ ...log, ms: Date.now() - now, ops: db.ops }))
    }
  }
}

const answer = async (
  routes: ReadonlyMap<string, Route>,
  event: Partial<Envelope>,
  now: number,
  db: Database,
  log: Record<string, unknown>,
): Promise<unknown> => {
  const { OPENID, ENV = '' } = cloud.getWXContext()
  if (!OPENID) throw new Refusal('notFound', '请在微信里打开。')
  const personId = personIdOf(OPENID, settings.pepper())
  log.person = personId
  if (typeof event.v !== 'number' || event.v < oldestVersion)
    throw new Refusal('tooOld', errorSentences.tooOld)
  const route = routes.get(event.action ?? '')
  if (!route) throw new Refusal('unknownAction', errorSentences.unknownAction)
  const input = validate(route.spec.input, event.input)
  if (!input.ok) throw new Refusal('invalid', input.message, { field: input.field })

  const active = () => loadActive(db, ENV, now)
  const caller = new Caller(personId, OPENID, db, now, active)
  const call: Call = { now, env: ENV, db, caller, active }
  const data = await route.handle(call, input.data as never).catch((error: unknown) => {
    if (error instanceof Refusal && settings.checked()) checkCode(event.action ?? '', route.spec, error.code)
    throw error
  })
  // A handler that forgets to ask must fail in the first test that calls it, not leak in production.
  if (route.spec.scope === 'document' && !caller.admitted) {
    throw new Error(`${event.action} answered without asking whether the caller may see the document.`)
  }
  if (settings.checked()) checkAnswer(event.action ?? '', route.spec, data)
  return data
}

const checkCode = (action: string, { errors = [] }: ActionSpec, code: ErrorCode) => {
  const declared: readonly ErrorCode[] = [...commonErrors, ...errors]
  if (!declared.includes(code))
    throw new Error(`${action} answers ${code}, which its contract does not name.`)
}

const checkAnswer = (action: string, spec: ActionSpec, data: unknown) => {
  const output = validate(spec.output, data)
  if (!output.ok) throw new Error(`The answer of ${action} does not fit its contract at "${output.field}".`)
}
