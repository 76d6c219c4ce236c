/** One limit of the service: where it is written and when that was read. */
export interface Limit {
  value: number
  unit: string
  source: string
  read: string
}

const mongo = 'https://www.mongodb.com/docs/manual/reference/limits/'
const wechat = 'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/'
const protocol = 'observed on wx-server-sdk 4.0.2'

/** What the service refuses above, as data: the local cloud refuses it too, naming the value and the limit. */
export const limits = {
  pageDefault: {
    value: 100,
    unit: 'documents',
    source: `${wechat}reference-sdk-api/database/collection/Collection.limit.html`,
    read: '2026-11',
  },
  pageMost: {
    value: 1000,
    unit: 'documents',
    source: `${wechat}reference-sdk-api/database/collection/Collection.limit.html`,
    read: '2026-11',
  },
  documentBytes: { value: 16 * 1024 * 1024, unit: 'bytes', source: mongo, read: '2026-11' },
  documentDepth: { value: 100, unit: 'levels', source: mongo, read: '2026-11' },
  /** The older page of the two: CloudBase's questions and answers (docs.cloudbase.net/en/faq/database) say 100. */
  indexes: {
    value: 20,
    unit: 'indexes on a collection',
    source: 'https://developers.weixin.qq.com/minigame/en/dev/wxcloud/basis/concepts/quota.html',
    read: '2026-11-25',
  },
  transactionMs: { value: 30_000, unit: 'ms', source: protocol, read: '2026-11' },
  functionSecondsDefault: { value: 3, unit: 's', source: `${wechat}guide/functions.html`, read: '2026-11' },
  triggersPerFunction: {
    value: 1,
    unit: 'triggers',
    source: `${wechat}guide/functions/triggers.html`,
    read: '2026-11-25',
  },
  functionSecondsMost: { value: 60, unit: 's', source: `${wechat}guide/functions.html`, read: '2026-11' },
  callBytes: {
    value: 6 * 1024 * 1024,
    unit: 'bytes',
    source: 'https://cloud.tencent.com/document/product/583/11637',
    read: '2026-11',
  },
  uploadBytes: {
    value: 50 * 1024 * 1024,
    unit: 'bytes',
    source: `${wechat}reference-sdk-api/storage/uploadFile/server.uploadFile.html`,
    read: '2026-11',
  },
  pathBytes: { value: 850, unit: 'bytes', source: `${wechat}guide/storage/naming.html`, read: '2026-11' },
  linkSeconds: { value: 7200, unit: 's', source: protocol, read: '2026-11' },
  filesAtOnce: {
    value: 50,
    unit: 'files',
    source: `${wechat}reference-sdk-api/storage/Cloud.getTempFileURL.html`,
    read: '2026-11',
  },
  /** Off unless the configuration says otherwise ("callsPerSecond"). */
  callsPerSecond: {
    value: 0,
    unit: 'calls, 0 for any',
    source: `${wechat}billing/quota.html, by plan`,
    read: '2026-11',
  },
} as const satisfies Record<string, Limit>
