import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Refused, sendJson } from '../http'
import { ServiceError } from '../serviceError'
import { refuseForeignName, refuseForeignOrigin } from './guards'
import { handlerFor, type Site } from './routes'
import { serveFolders } from './serveStatic'

/** The side that browsers talk to: who may ask at all, and what becomes of errors. What there is stands in `routes`. */
export class Gateway {
  readonly server: Server

  constructor(private readonly site: Site) {
    this.server = createServer((request, response) => void this.serve(request, response))
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { site } = this
      refuseForeignName(request, site.host, site.hosts)
      refuseForeignOrigin(request)
      const url = urlOf(request)
      const handler = handlerFor(site, request.method ?? 'GET', url.pathname)
      if (!handler) return serveFolders(site.folders, request, response, url.pathname)
      const answer = await handler(request, response, url)
      if (answer !== undefined) sendJson(response, 200, answer)
    } catch (error) {
      this.refuse(response, error)
    }
  }

  private refuse(response: ServerResponse, error: unknown): void {
    if (error instanceof Refused) sendJson(response, error.status, { error: error.message })
    else if (error instanceof ServiceError)
      sendJson(response, 400, { error: `${error.code}: ${error.message}` })
    else {
      this.site.log(String((error as Error)?.stack ?? error))
      sendJson(response, 500, { error: 'something broke in the local cloud; its log says what' })
    }
  }
}

const urlOf = ({ url }: IncomingMessage): URL => {
  try {
    return new URL(url ?? '/', 'http://localhost')
  } catch {
    throw new Refused(400, 'the address cannot be read')
  }
}
