/** One limit of the service: where it is written, or how it is known, and when that was read. */
export interface Limit {
  value: number
  unit: string
  source: string
  read: string
}

const read = '2026-11-25'
const observed = 'observed on wx-server-sdk 4.0.2'
const weixin = 'https://developers.weixin.qq.com'
const quota = `${weixin}/minigame/en/dev/wxcloud/basis/concepts/quota.html`
const mongo = 'https://www.mongodb.com/docs/manual/reference/limits/'
const functionQuota = 'https://cloud.tencent.com/document/product/583/11637'

/**
 * What the service refuses above, as data: the local cloud refuses it too, naming the value and the limit. Where pages
 * disagree the smaller limit is taken: what keeps to it works in either case.
 */
export const limits = {
  pageDefault: {
    value: 100,
    unit: 'documents',
    source: `${observed}: it sends 100 when nothing is said; the page of Collection.limit says 1,000`,
    read,
  },
  pageMost: {
    value: 1000,
    unit: 'documents',
    source: `${weixin}/minigame/dev/wxcloud/reference-sdk-api/database/collection/Collection.limit.html`,
    read,
  },
  documentBytes: {
    value: 16 * 1024 * 1024,
    unit: 'bytes',
    source: `${weixin}/community/develop/doc/000c6015024a20c1d6eb9af1756000, an answer of the WeChat team; ${mongo}`,
    read,
  },
  documentDepth: { value: 100, unit: 'levels', source: `${mongo}, of the database below the service`, read },
  indexes: {
    value: 20,
    unit: 'indexes on a collection',
    source: `${quota}; https://cloud.tencent.com/document/product/878/18436 says 100`,
    read,
  },
  transactionMs: {
    value: 30_000,
    unit: 'ms',
    source: "the text of the service's error: “must be commit or abort in 30 seconds”",
    read,
  },
  functionSecondsDefault: {
    value: 3,
    unit: 's',
    source: `${weixin}/community/develop/doc/00002239298b588f9b8bed99a51800, a developer's answer; no page of the manual was found`,
    read,
  },
  functionSecondsMost: {
    value: 60,
    unit: 's',
    source: `${weixin}/community/minihome/doc/0002a4188a8c6024687a45c955b000, a developer's answer: what the console takes; ${functionQuota} says 900 for functions outside of WeChat`,
    read,
  },
  functionLoadSeconds: {
    value: 60,
    unit: 's to load a function',
    source: 'not found, from experience: loading is not counted as time of the call',
    read,
  },
  triggersPerFunction: {
    value: 1,
    unit: 'triggers',
    source: `${weixin}/miniprogram/dev/wxcloud/guide/functions/triggers.html`,
    read,
  },
  callBytes: { value: 6 * 1024 * 1024, unit: 'bytes', source: functionQuota, read },
  uploadBytes: {
    value: 50 * 1024 * 1024,
    unit: 'bytes',
    source: 'not found, from experience: the page of uploadFile names no limit',
    read,
  },
  pathBytes: {
    value: 850,
    unit: 'bytes',
    source: `${weixin}/minigame/dev/wxcloud/guide/storage/naming.html`,
    read,
  },
  linkSeconds: {
    value: 7200,
    unit: 's',
    source:
      'https://m.w3cschool.cn/weixinapp/weixinapp-uf8y2zdq.html, a copy of WeChat’s guide to storage: two hours; the page of getTempFileURL says ten minutes, that of the cloud run a day',
    read,
  },
  filesAtOnce: {
    value: 50,
    unit: 'files',
    source: `${weixin}/minigame/dev/wxcloud/reference-sdk-api/storage/Cloud.getTempFileURL.html`,
    read,
  },
  /** Off unless the configuration says otherwise ("callsPerSecond"). */
  callsPerSecond: {
    value: 0,
    unit: 'calls, 0 for any',
    source: `by plan; ${quota} says 20 at once for a function, and 30 requests to the database in a second`,
    read,
  },
} as const satisfies Record<string, Limit>
