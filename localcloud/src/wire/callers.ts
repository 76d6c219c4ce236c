import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FunctionHost } from '../functions/functionHost'
import type { Invocation } from '../functions/invocation'
import { ServiceError } from '../serviceError'

/** On whose behalf a request of the SDK is. */
export type Caller = Pick<Invocation, 'env' | 'source' | 'usage' | 'token'> & Partial<Invocation>

/**
 * Tells whose request it is. One from a function names the invocation it belongs to, and that decides the environment:
 * never what the request says. Other programs use an address with a key in it, and have everybody's rights.
 */
export class Callers {
  /** The path of the address for other programs. */
  readonly directPath: string

  constructor(
    private readonly host: FunctionHost,
    secret: Buffer,
  ) {
    this.directPath = `/direct/${createHmac('sha256', secret).update('sdk').digest('hex')}`
  }

  /** @throws `INVALID_REQUEST_SOURCE` when it is nobody's */
  of(asked: Record<string, unknown>, url: URL): Caller {
    const invocation = this.host.invocation(String(asked.wxCloudApiToken ?? ''))
    if (invocation) return invocation
    if (this.isDirect(url.pathname)) {
      const env = String(asked.envName || url.searchParams.get('env') || '')
      return { env, source: 'wx_devtools', token: '', usage: { ops: 0, examined: 0, returned: 0 } }
    }
    throw new ServiceError('INVALID_REQUEST_SOURCE', 'this request belongs to no running call of a function')
  }

  /** Where `caller` may put files, below the address of the server. */
  uploadPath({ token, env }: Caller): string {
    return token ? `/upload/${token}` : `${this.directPath}/upload/${env}`
  }

  /** The environment and the path of the file that is put. @throws `INVALID_REQUEST_SOURCE` when it is nobody's */
  uploadTarget(pathname: string): { env: string; path: string } {
    const isDirect = this.isDirect(pathname)
    const [, , who = '', ...rest] = (isDirect ? pathname.slice(this.directPath.length) : pathname).split('/')
    const env = isDirect ? who : this.host.invocation(who)?.env
    if (env === undefined)
      throw new ServiceError('INVALID_REQUEST_SOURCE', 'this upload belongs to no running call of a function')
    return { env, path: rest.map(decodeURIComponent).join('/') }
  }

  private isDirect(path: string): boolean {
    const given = Buffer.from(path.slice(0, this.directPath.length))
    const right = Buffer.from(this.directPath)
    return given.length === right.length && timingSafeEqual(given, right)
  }
}
