import { createHash, randomBytes } from 'node:crypto'
import type { Environment } from '../environment'
import type { OpenApi } from './openApis'

const validMs = 5 * 60 * 1000

interface Code {
  phone: string
  until: number
}

/** Codes that phones hand out when somebody taps "allow my phone number": for one use, within five minutes. */
export class PhoneCodes {
  private readonly codes = new Map<string, Code>()

  issue(phone: string, now: number): string {
    for (const [known, { until }] of this.codes) if (until < now) this.codes.delete(known)
    const code = randomBytes(32).toString('hex')
    this.codes.set(code, { phone, until: now + validMs })
    return code
  }

  take(code: string, now: number): string | undefined {
    const known = this.codes.get(code)
    this.codes.delete(code)
    return known && known.until >= now ? known.phone : undefined
  }
}

/** `phonenumber.getPhoneNumber`: the number behind a code, once. */
export const phoneNumberOf: OpenApi = ({ code }, environment) => {
  const phone = environment.phoneCodes.take(String(code), environment.clock.now())
  if (phone === undefined) return { json: { errcode: 40029, errmsg: 'invalid code' } }
  return {
    json: {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: phone,
        purePhoneNumber: phone,
        countryCode: '86',
        watermark: { timestamp: Math.floor(environment.clock.now() / 1000), appid: environment.appid },
      },
    },
  }
}

/** A number for somebody who has none: always the same for the same person, and never one that is given out. */
export const inventedPhone = (openid: string): string =>
  `100${String(createHash('sha256').update(openid).digest().readUInt32BE(0) % 1e8).padStart(8, '0')}`

/** Issues a code for a person's number. */
export const phoneCode = (environment: Environment, openid: string, phone?: string): string =>
  environment.phoneCodes.issue(phone ?? inventedPhone(openid), environment.clock.now())
