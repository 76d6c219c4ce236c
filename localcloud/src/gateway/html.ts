import type { ServerResponse } from 'node:http'

/** Answers with a page that is kept in no cache. */
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
