import { createHash, randomUUID } from 'node:crypto'
import { decodedOrSame } from '../decodedOrSame'
import type { Environment } from '../environment'
import type { MediaMark } from './contentWords'
import words from './contentWords.json'
import type { OpenApi } from './openApis'
import { refusalFor, refused } from './whoChecks'

/** What is known of a picture or a sound. */
interface Media {
  /** The end of its address, or of its path in the storage. */
  name: string
  /** Absent for what lies on another server. */
  bytes?: Buffer
}

/**
 * `security.mediaCheckAsync`: answers at once and sends the result as a message event. A file of this storage is judged by
 * its content and its name, as lists say; other servers are not asked, so that what lies there is judged by its name. What
 * WeChat could not download ends with its error for that.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html
 */
export const checkMediaLater: OpenApi = ({ media_url: url, openid, scene, version = 2 }, environment) => {
  if (typeof url !== 'string' || !url) return refused(47001, 'data format error: media_url')
  const refusal = refusalFor(openid, scene, environment)
  if (refusal) return refusal
  const trace_id = randomUUID()
  environment.pushMessage({
    ToUserName: 'gh_local',
    FromUserName: openid,
    CreateTime: Math.floor(environment.clock.now() / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: environment.appid,
    trace_id,
    version,
    ...verdictOn(url, environment),
  })
  return { json: { errcode: 0, errmsg: 'ok', trace_id } }
}

/** As WeChat sent it: https://developers.weixin.qq.com/community/develop/doc/000e26cc2748086452a3afadc64c00 */
const notDownloaded = { detail: [], errcode: -1008, errmsg: '下载错误,请检查媒体链接是否有效' }

const verdictOn = (url: string, environment: Environment) => {
  const media = mediaAt(url, environment)
  if (!media) return notDownloaded
  const suggest = suggestionFor(media, environment)
  const result = { suggest, label: suggest === 'pass' ? 100 : 20001 }
  return {
    result,
    detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
    errcode: 0,
    errmsg: 'ok',
  }
}

const mediaAt = (url: string, { files, warn }: Environment): Media | undefined => {
  if (!/^https?:\/\//.test(url)) return undefined
  const linked = files.linked(url)
  if (linked) return linked.bytes && { name: linked.path, bytes: linked.bytes }
  const name = decodedOrSame(new URL(url).pathname)
  warn(`[media] ${url} is not of this storage: it is not fetched, and judged by its name`)
  return { name }
}

const suggestionFor = (media: Media, { contentWords: { media: own } }: Environment) => {
  if (isMarked(media, [...words.media.risky, ...(own?.risky ?? [])])) return 'risky'
  return isMarked(media, [...words.media.review, ...(own?.review ?? [])]) ? 'review' : 'pass'
}

const hashOf = (bytes: Buffer): MediaMark => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

const isMarked = ({ name, bytes }: Media, marks: MediaMark[]): boolean => {
  const hash = bytes && hashOf(bytes)
  return marks.some(mark => (mark.startsWith('sha256:') ? mark === hash : name.includes(mark)))
}
