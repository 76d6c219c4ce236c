import type { IncomingMessage, ServerResponse } from 'node:http'
import { Refused } from '../http'
import { readJson } from '../readBody'
import type { Session } from './session'

/** A demo person of the bar. */
export interface DemoPerson {
  id: string
  openid: string
  name: string
  role?: string
  note?: string
  phone?: string
  default?: boolean
}

interface Bar {
  env: string
  people: DemoPerson[]
  session: Session
}

/** The demo people, without what only functions may know, and which of them is asking. */
export const peopleFor = ({ people, session }: Bar, request: IncomingMessage): unknown => {
  const openid = session.known(request)?.openid
  return {
    people: people.map(({ id, name, role, note, openid: own }) => ({
      id,
      name,
      role,
      note,
      current: own === openid,
    })),
  }
}

/** Makes the browser a demo person's. @throws Refused 404 for somebody else */
export const signIn = async (
  { env, people, session }: Bar,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<unknown> => {
  const { as } = await readJson<{ as?: string }>(request, 10_000)
  const person = people.find(({ id }) => id === as)
  if (!person) throw new Refused(404, `there is no demo person ${JSON.stringify(as)}`)
  return { token: session.remember(response, { env, openid: person.openid }) }
}
