import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Pass, Passes } from './passes'

const cookieName = 'localcloud'
const cookiePattern = new RegExp(`(?:^|; )${cookieName}=([^;]+)`)

/** Who is on the other side of a request, by cookie or bearer token. */
export class Session {
  constructor(
    private readonly passes: Passes,
    /** The environment of whoever is new. */
    private readonly env: string,
    private readonly isOpen: (env: string) => boolean,
  ) {}

  /** The pass that a request shows. A browser may keep one for an environment of another time: then it is nobody's. */
  known({ headers }: IncomingMessage): Pass | undefined {
    const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
    if (bearer !== undefined) return this.passes.read(bearer)
    const pass = this.passes.read(cookiePattern.exec(headers.cookie ?? '')?.[1])
    return pass && this.isOpen(pass.env) ? pass : undefined
  }

  /** Who is calling; somebody new gets a pass of their own, like somebody who opens a mini program for the first time. */
  passOf(request: IncomingMessage, response: ServerResponse): Pass {
    const known = this.known(request)
    if (known) return known
    const visitor = { env: this.env, openid: `visitor-${randomUUID()}` }
    this.remember(response, visitor)
    return visitor
  }

  /** Sets the cookie; gives the same token. */
  remember(response: ServerResponse, pass: Pass): string {
    const token = this.passes.issue(pass)
    response.setHeader(
      'set-cookie',
      `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000`,
    )
    return token
  }
}
