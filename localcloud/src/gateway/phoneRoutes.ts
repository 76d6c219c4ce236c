import type { IncomingMessage } from 'node:http'
import type { Environment } from '../environment'
import { Refused } from '../http'
import { phoneCode } from '../platform/phoneNumbers'
import { allowMessages } from '../platform/subscribeMessages'
import { readJson } from '../readBody'
import type { Pass } from './passes'
import type { DemoPerson } from './people'

/** Who asks, and where. */
export interface Own {
  environment: Environment
  pass: Pass
}

/** What `wx.requestSubscribeMessage` asks a person, who always allows it. */
export const subscribe = async ({ pass, environment }: Own, request: IncomingMessage): Promise<unknown> => {
  const { templateIds } = await readJson<{ templateIds?: unknown }>(request, 10_000)
  if (!Array.isArray(templateIds) || templateIds.some(id => typeof id !== 'string'))
    throw new Refused(400, 'templateIds must be a list of template ids')
  return allowMessages(environment, pass.openid, templateIds as string[])
}

/** What the button with `open-type="getPhoneNumber"` gives: a code for her number. */
export const givePhoneCode = ({ pass, environment }: Own, people: DemoPerson[]): unknown => {
  const person = people.find(({ openid }) => openid === pass.openid)
  return { code: phoneCode(environment, pass.openid, person?.phone), errMsg: 'getPhoneNumber:ok' }
}
