import { contractVersion, type Reply } from '../contract/envelope'
import type { Person } from '../domain/account/post'
import { personIdOf } from '../domain/id/documentId'
import type { Request } from '../domain/request/request'
import { hour, minute } from '../domain/time/china'
import { exampleStreet, idOf, pepper } from '../tests/cloud/exampleStreet'
import {
  callFunction,
  importDocuments,
  makeEnvironment,
  shiftClock,
  tokenFor,
  type Usage,
} from '../tests/support/localCloud'
import { inboxLinesOf, storedRequests, votesLike } from './stored'
import { uploadPicture } from './uploadPicture'

/** Somebody of the example street by name, or one of the bench's many residents by number. */
export type Who = string | number

export interface Answer {
  data: unknown
  usage: Usage
  /** From the call to the answer, as a client on this machine sees it. */
  ms: number
}

/** One environment with its people signed in. */
export interface Site {
  env: string
  /** Requests that were there from the beginning. */
  stored: number
  call: (who: Who, action: string, input: object) => Promise<Answer>
  /** Uploads a picture, as the phone does before it reports; its file id. */
  photo: (who: Who) => Promise<string>
  /** Requests made in this run, with the version last seen and who reported them. */
  made: { id: string; version: number; by: number }[]
}

/**
 * Calls of each action in each environment. What is counted is the same each time; of what is timed, the middle of so many
 * turns is steady.
 */
export const callsEach = 60

/** Residents with an account; the first of them are the councillors. */
export const residents = 26
/** On the roll of every topic: 何建国 and this many residents. */
export const councillors = 13
/** Open votes. */
export const topics = 40
/** Calls that count together against floods: one person may make so many within the window (kernel/rateLimit). */
const limited: Record<string, string> = {
  'request.submit': 'submit',
  'request.reply': 'reply',
  'request.answerInfo': 'reply',
  'request.join': 'join',
  'request.leave': 'join',
}
export const limitedMost = 20
const limitedFor = 10 * minute
/** What 陈志强 has not yet looked at: the same at every size. */
const unread = 40

const openidOf = (who: Who) => (typeof who === 'string' ? `test-${who}` : `bench-${who}`)

/** The account id of one of the bench's people. */
export const benchId = (who: number): string => personIdOf(openidOf(who), pepper)

/** The example street in an environment of its own, with so many stored requests and what they told people. */
export const openSite = async (env: string, stored: number): Promise<Site> => {
  const now = Date.now()
  await makeEnvironment({ id: env, unindexed: 'error' })
  const street = exampleStreet(now)
  const voters = [idOf('he'), ...Array.from({ length: councillors }, (_, n) => benchId(n))]
  const documents = {
    ...street,
    people: [...street.people.map(person => settled(person, now)), ...accounts(now)],
    topics: street.topics.flatMap(topic => votesLike(topic, topics, voters)),
  }
  for (const [collection, list] of Object.entries(documents)) await importDocuments(env, collection, list)
  await storeRequests(env, storedRequests(stored, now))
  const signedIn = new Map<string, Promise<string>>()
  const passOf = (who: Who) => {
    const openid = openidOf(who)
    const pass = signedIn.get(openid) ?? tokenFor(env, openid)
    signedIn.set(openid, pass)
    return pass
  }
  const patience = patienceIn(env)
  return {
    env,
    stored,
    made: [],
    photo: async who => uploadPicture(await passOf(who)),
    call: async (who, action, input) => {
      const pass = await passOf(who)
      await patience(who, action)
      const started = performance.now()
      const { result, usage } = await callFunction<Reply>(pass, 'api', { action, input, v: contractVersion })
      const ms = performance.now() - started
      if (!result.ok) throw new Error(`${action} in ${env}: ${JSON.stringify(result.error)}`)
      return { data: result.data, usage, ms }
    },
  }
}

/** Lets the time of an environment pass before somebody calls too often: nobody waits, and no limit is lifted. */
const patienceIn = (env: string) => {
  const calls = new Map<string, number>()
  let ahead = 0
  return async (who: Who, action: string): Promise<void> => {
    const kind = limited[action]
    if (!kind) return
    const key = `${kind} ${who}`
    if (calls.get(key) === limitedMost) {
      ahead += limitedFor + minute
      await shiftClock(env, ahead)
      calls.clear()
    }
    calls.set(key, (calls.get(key) ?? 0) + 1)
  }
}

/** The grid member lives where he works, so that his first screen has everything a first screen can have. */
const settled = (person: Person, now: number): Person =>
  person._id === idOf('chen') ? { ...person, homeGridId: 'g-1', seenAt: now - (unread + 0.5) * hour } : person

const accounts = (now: number): Person[] =>
  Array.from({ length: residents }, (_, n) => ({
    _id: benchId(n),
    v: 1,
    openid: openidOf(n),
    homeGridId: 'g-2',
    seenAt: 0,
    createdAt: now,
  }))

const batchMost = 5000

/** Stores requests and what they told people, some thousands at a time. */
const storeRequests = async (env: string, requests: Iterable<Request>): Promise<void> => {
  let batch: Request[] = []
  const send = async () => {
    await importDocuments(env, 'requests', batch)
    await importDocuments(env, 'inbox', batch.flatMap(inboxLinesOf))
    batch = []
  }
  for (const request of requests) if (batch.push(request) === batchMost) await send()
  if (batch.length) await send()
}
