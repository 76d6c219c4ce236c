import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contractVersion, type Reply } from '../../contract/envelope'
import type { WireError } from '../../contract/errors'
import type { InputOf, OutputOf, Service } from '../../contract/service'
import {
  callFunction,
  findDocuments,
  importDocuments,
  makeEnvironment,
  phoneCode,
  runTimer,
  shiftClock,
  tokenFor,
  upload,
  type Usage,
} from '../support/localCloud'
import { exampleStreet, idOf, type Name, openidOf } from './exampleStreet'
import { tokens } from './tokens'

type Document = Record<string, unknown> & { _id: string }

/** One person of the example street, calling. */
export interface Somebody {
  /** Calls and expects it to work; the answer. */
  ok: <S extends Service, K extends keyof S['actions'] & string>(
    service: S,
    action: K,
    input: InputOf<S, K>,
  ) => Promise<OutputOf<S, K>>
  /** Calls with whatever input and expects to be refused; the error. */
  error: (action: string, input: unknown, fn?: string) => Promise<WireError>
  /** Calls and gives the reply as it is, with the operations it used. */
  raw: (event: unknown) => Promise<{ reply: Reply; usage: Usage }>
  /** Taps the button for the phone number; the code that WeChat gives. */
  phoneCode: () => Promise<string>
  /** Uploads a file of `tests/cloud/files`; its file id. */
  upload: (file: string) => Promise<string>
}

export interface OpenStreet {
  env: string
  as: (name: Name) => Somebody
  id: (name: Name) => string
  find: (collection: string, query: object) => Promise<Document[]>
  /** The texts of what somebody was told in the app. */
  told: (name: Name) => Promise<string[]>
  import: (collection: string, documents: object[]) => Promise<void>
  /**
   * A minute later: the clock has done what a call could not within its second and a half, as checking a photo on a busy
   * machine. Screens say so until then.
   */
  minuteLater: () => Promise<void>
  /** `n` copies of a stored request under new ids, each changed by `change`. */
  copies: (id: string, n: number, change: (n: number) => object) => Promise<Document[]>
}

// One process runs several test files, each with this module anew; functions remember what they know by environment.
const run = `${process.pid}-${Date.now().toString(36)}`
let made = 0

/** The example street in an environment of its own, where any unindexed query is an error. */
export const openStreet = async (now = Date.now()): Promise<OpenStreet> => {
  const env = `street-${run}-${++made}`
  await makeEnvironment({ id: env, unindexed: 'error' })
  for (const [collection, documents] of Object.entries(exampleStreet(now))) {
    if (documents.length) await importDocuments(env, collection, documents)
  }
  const find = (collection: string, query: object) =>
    findDocuments(env, collection, query) as Promise<Document[]>
  return {
    env,
    as: name => somebody(env, name),
    id: idOf,
    find,
    told: async name => (await find('inbox', { personId: idOf(name) })).map(({ text }) => String(text)),
    import: (collection, documents) => importDocuments(env, collection, documents),
    minuteLater: async () => {
      await shiftClock(env, 61_000)
      await runTimer(env, 'clock')
    },
    copies: async (id, n, change) => {
      const [original] = await find('requests', { _id: id })
      return Array.from(
        { length: n },
        (_, k) => ({ ...original, _id: `${id}-copy-${k}`, ...change(k) }) as Document,
      )
    },
  }
}

const somebody = (env: string, name: Name): Somebody => {
  const signedIn = tokenFor(env, openidOf(name))
  const raw = async (event: unknown, fn = 'api') => {
    const { result, usage } = await callFunction<Reply>(await signedIn, fn, event)
    return { reply: result, usage }
  }
  const send = (action: string, input: unknown, fn?: string) => raw({ action, input, v: contractVersion }, fn)
  return {
    raw,
    ok: async (service, action, input) => {
      const { reply } = await send(`${service.name}.${action}`, input, service.fn)
      if (!reply.ok) throw new Error(`${action} as ${name}: ${JSON.stringify(reply.error)}`)
      return reply.data as never
    },
    error: async (action, input, fn) => {
      const { reply } = await send(action, input, fn)
      if (reply.ok)
        throw new Error(`${action} as ${name} should have been refused: ${JSON.stringify(reply.data)}`)
      return reply.error
    },
    phoneCode: async () => phoneCode(await signedIn),
    upload: async file =>
      upload(await signedIn, `inbox/${tokens.next()}/0.jpg`, readFileSync(join(__dirname, 'files', file))),
  }
}
