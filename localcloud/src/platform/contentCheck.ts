import { randomUUID } from 'node:crypto'
import type { Environment } from '../environment'
import words from './contentWords.json'
import type { OpenApi } from './openApis'

// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html
const contentMost = 2500
const activeMs = 2 * 60 * 60 * 1000
const normal = 100

interface Finding {
  suggest: 'pass' | 'review' | 'risky'
  label: number
  keyword?: string
}

/** `security.msgSecCheck`: decides by the words of a list, and refuses what WeChat refuses. */
export const checkText: OpenApi = ({ content, version, openid, scene }, environment) => {
  if (typeof content !== 'string' || !content) return refused(47001, 'data format error: content')
  const found = findingIn(content, environment)
  // Version 1 knows two answers only.
  if (version !== 2)
    return found.suggest === 'risky'
      ? refused(87014, 'risky content')
      : { json: { errcode: 0, errmsg: 'ok' } }
  const refusal = refusalFor(openid, scene, environment)
  if (refusal) return refusal
  if ([...content].length > contentMost)
    return refused(47001, `content has ${[...content].length} characters; the limit is ${contentMost}`)
  return {
    json: {
      errcode: 0,
      errmsg: 'ok',
      trace_id: randomUUID(),
      result: { suggest: found.suggest, label: found.label },
      detail: [{ strategy: 'keyword', errcode: 0, ...found, prob: 90 }],
    },
  }
}

/**
 * `security.mediaCheckAsync`: answers at once and sends the result as a message event, by the name of the file.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html
 */
export const checkMediaLater: OpenApi = ({ media_url: url, openid, scene, version = 2 }, environment) => {
  if (typeof url !== 'string' || !url) return refused(47001, 'data format error: media_url')
  const refusal = refusalFor(openid, scene, environment)
  if (refusal) return refusal
  const trace_id = randomUUID()
  const suggest = mediaFinding(url, environment)
  environment.pushMessage({
    ToUserName: 'gh_local',
    FromUserName: openid,
    CreateTime: Math.floor(environment.clock.now() / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: environment.appid,
    trace_id,
    version,
    result: { suggest, label: suggest === 'pass' ? normal : 20001 },
    detail: [],
    errcode: 0,
    errmsg: 'ok',
  })
  return { json: { errcode: 0, errmsg: 'ok', trace_id } }
}

const refused = (errcode: number, errmsg: string) => ({ json: { errcode, errmsg } })

const refusalFor = (openid: unknown, scene: unknown, environment: Environment) => {
  if (typeof openid !== 'string' || !openid) return refused(40003, 'invalid openid')
  if (![1, 2, 3, 4].includes(scene as number))
    return refused(40129, `invalid scene ${JSON.stringify(scene)}: 1 to 4`)
  const seen = environment.lastSeen.get(openid)
  if (seen === undefined || environment.clock.now() - seen > activeMs)
    return refused(61010, 'code is expired: the user was not here in the last two hours')
  return undefined
}

const findingIn = (content: string, { contentWords }: Environment): Finding => {
  for (const suggest of ['risky', 'review'] as const) {
    for (const { label, words: list } of [...words[suggest], ...(contentWords[suggest] ?? [])]) {
      const keyword = list.find(word => content.includes(word))
      if (keyword) return { suggest, label, keyword }
    }
  }
  return { suggest: 'pass', label: normal }
}

const mediaFinding = (url: string, { contentWords: { media } }: Environment): Finding['suggest'] => {
  const name = decoded(url.split('?')[0] ?? '')
  const isIn = (list: string[]) => list.some(word => name.includes(word))
  if (isIn([...words.media.risky, ...(media?.risky ?? [])])) return 'risky'
  return isIn([...words.media.review, ...(media?.review ?? [])]) ? 'review' : 'pass'
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
