import type { Environment } from '../environment'

/** What one of WeChat's APIs answers when it refuses. */
export const refused = (errcode: number, errmsg: string) => ({ json: { errcode, errmsg } })

/** Content checks ask for a person who was here in the last two hours, and for a scene. What they are refused with else. */
export const refusalFor = (openid: unknown, scene: unknown, { callers, clock }: Environment) => {
  if (typeof openid !== 'string' || !openid) return refused(40003, 'invalid openid')
  if (![1, 2, 3, 4].includes(scene as number))
    return refused(40129, `invalid scene ${JSON.stringify(scene)}: 1 to 4`)
  if (!callers.has(openid, clock.now()))
    return refused(61010, 'code is expired: the user was not here in the last two hours')
  return undefined
}
