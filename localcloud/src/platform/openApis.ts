import type { Environment } from '../environment'
import { checkText } from './contentCheck'
import { checkMediaLater } from './mediaCheck'
import { phoneNumberOf } from './phoneNumbers'
import { pageCode } from './pageCode'
import { sendSubscribeMessage } from './subscribeMessages'

/** What an open API gives: WeChat's JSON, or the bytes of a picture. */
export type OpenApiReply =
  { json: { errcode: number; errmsg: string; [member: string]: unknown } } | { type: string; bytes: Buffer }

/** An open API of WeChat, stood in for. Parameters arrive in snake_case. */
export type OpenApi = (
  parameters: Record<string, unknown>,
  environment: Environment,
) => OpenApiReply | Promise<OpenApiReply>

/** The open APIs that are there, by the name the SDK gives them. */
export const openApis: Record<string, OpenApi | undefined> = {
  'security.msgSecCheck': checkText,
  'security.mediaCheckAsync': checkMediaLater,
  'subscribeMessage.send': sendSubscribeMessage,
  'wxacode.getUnlimited': pageCode,
  'phonenumber.getPhoneNumber': phoneNumberOf,
}
