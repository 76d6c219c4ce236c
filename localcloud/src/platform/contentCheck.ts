import { randomUUID } from 'node:crypto'
import type { Environment } from '../environment'
import words from './contentWords.json'
import type { OpenApi } from './openApis'
import { refusalFor, refused } from './whoChecks'

// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html
const contentMost = 2500
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

const findingIn = (content: string, { contentWords }: Environment): Finding => {
  for (const suggest of ['risky', 'review'] as const) {
    for (const { label, words: list } of [...words[suggest], ...(contentWords[suggest] ?? [])]) {
      const keyword = list.find(word => content.includes(word))
      if (keyword) return { suggest, label, keyword }
    }
  }
  return { suggest: 'pass', label: normal }
}
