import type { IncomingMessage, ServerResponse } from 'node:http'

/** A call that cannot be answered, with the HTTP status and a sentence. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
    this.name = 'Refused'
  }
}

export const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  if (response.headersSent) return
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(JSON.stringify(body))
}

export const sendHtml = (response: ServerResponse, page: string): void => {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // Our own pages may be framed by nobody else.
    'content-security-policy': "frame-ancestors 'self'",
  })
  response.end(page)
}

/** Text that stands in HTML as it is. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)

/** A value that stands in a script as it is. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c')

/** Whether a browser sent this from a page of ours; programs that are no browsers send no origin. */
export const isSameOrigin = ({ headers: { origin, host } }: IncomingMessage): boolean =>
  origin === undefined || origin === `http://${host}` || origin === `https://${host}`

const loopback = /^(localhost|127(\.\d+){3}|\[?::1\]?|::ffff:127(\.\d+){3})$/

export const isLoopback = (host: string): boolean => loopback.test(host)

/** Whether the name in the request means this machine: a foreign name that leads here is another site's trick. */
export const isLocalName = ({ headers: { host = '' } }: IncomingMessage): boolean =>
  isLoopback(host.replace(/:\d+$/, ''))
