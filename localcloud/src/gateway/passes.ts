import { createHmac, timingSafeEqual } from 'node:crypto'

/** Who somebody is: what a cookie or a bearer token says, and the signature vouches for. */
export interface Pass {
  env: string
  openid: string
}

const remembered = 10_000

/** Signs and reads passes with a key that stays in the data folder. */
export class Passes {
  /** Tokens that were found to be right. */
  private readonly known = new Map<string, Pass>()

  constructor(private readonly secret: Buffer) {}

  issue(pass: Pass): string {
    const body = Buffer.from(JSON.stringify(pass)).toString('base64url')
    return `${body}.${this.sign(body)}`
  }

  /** The pass in a token; undefined when the token is not ours. */
  read(token = ''): Pass | undefined {
    const known = this.known.get(token)
    if (known) return known
    const pass = this.verified(token)
    if (this.known.size >= remembered) this.known.clear()
    if (pass) this.known.set(token, pass)
    return pass
  }

  private verified(token: string): Pass | undefined {
    const [body = '', signature = ''] = token.split('.')
    const right = Buffer.from(this.sign(body))
    const given = Buffer.from(signature)
    if (right.length !== given.length || !timingSafeEqual(right, given)) return undefined
    return JSON.parse(Buffer.from(body, 'base64url').toString()) as Pass
  }

  private sign(body: string): string {
    return createHmac('sha256', this.secret).update(body).digest('base64url')
  }
}
