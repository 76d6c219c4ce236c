import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Environment } from '../environment'
import type { FunctionHost } from '../functions/functionHost'
import { readBody } from '../readBody'
import { callFunction } from './callRoute'
import type { Console } from './console'
import { removeFiles, sendFile, tempUrls, upload } from './fileRoutes'
import { framePage } from './framePage'
import { sendHtml } from './html'
import { type DemoPerson, peopleFor, signIn } from './people'
import { givePhoneCode, type Own, subscribe } from './phoneRoutes'
import type { Session } from './session'
import type { TestControl } from './testControl'

/** What the browser side has to work with. */
export interface Site {
  env: string
  title: string
  home: string
  /** The address it is bound to. */
  host: string
  /** Names of its own beside addresses. */
  hosts: readonly string[]
  /** URL prefix → folder. */
  folders: Record<string, string>
  people: DemoPerson[]
  functions: FunctionHost
  environment: (id: string) => Environment
  session: Session
  console: Console
  test?: TestControl
  log: (line: string) => void
}

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => unknown
type Route = (site: Site) => Handler

/** Who is calling, and the environment they are in. */
const own = ({ session, environment }: Site, request: IncomingMessage, response: ServerResponse): Own => {
  const pass = session.passOf(request, response)
  return { pass, environment: environment(pass.env) }
}

const exact: Record<string, Route | undefined> = {
  'GET /': site => (_request, response) => sendHtml(response, framePage(site)),
  'GET /_cloud/people': site => request => peopleFor(site, request),
  'POST /_cloud/sign-in': site => (request, response) => signIn(site, request, response),
  'POST /_cloud/upload': site => (request, response, url) =>
    upload(own(site, request, response), request, url),
  'POST /_cloud/temp-urls': site => (request, response) => tempUrls(own(site, request, response), request),
  'POST /_cloud/delete': site => (request, response) => removeFiles(own(site, request, response), request),
  'POST /_cloud/subscribe': site => (request, response) => subscribe(own(site, request, response), request),
  'POST /_cloud/phone-code': site => (request, response) =>
    givePhoneCode(own(site, request, response), site.people),
}

const testBodyMost = 1024 ** 3

/** Method, beginning of the path, and what answers with the rest of the path. */
const byPrefix: [method: string | undefined, prefix: string, route: (site: Site, rest: string) => Handler][] =
  [
    [
      'POST',
      '/_cloud/call/',
      (site, fn) => (request, response) =>
        callFunction({ ...own(site, request, response), host: site.functions, fn }, request, response),
    ],
    [
      'GET',
      '/_cloud/files/',
      ({ environment }) =>
        (_request, response, url) =>
          sendFile(environment, response, url),
    ],
    [
      undefined,
      '/_cloud/console/',
      (site, rest) => (request, response, url) => site.console.answer(request, response, url, rest),
    ],
  ]

/** What answers a request; undefined when only a file can. */
export const handlerFor = (site: Site, method: string, path: string): Handler | undefined => {
  const route = exact[`${method} ${path}`]
  if (route) return route(site)
  for (const [only, prefix, answer] of byPrefix)
    if ((only === undefined || only === method) && path.startsWith(prefix))
      return answer(site, path.slice(prefix.length))
  if (path === '/_cloud' || path === '/_cloud/')
    return (request, response, url) => site.console.answer(request, response, url, '')
  const { test } = site
  const testPath = '/_cloud/test/'
  if (test && path.startsWith(testPath))
    return async (request, _response, url) =>
      test.answer(method, path.slice(testPath.length), url, await readBody(request, testBodyMost))
  return undefined
}
