import type { ErrorCode } from './errors'

/** Kinds of fault that zod reports and that we have words for. */
export type Fault = 'missing' | 'tooShort' | 'tooLong' | 'wrong'

/**
 * What to tell a person whose input is refused, by field and fault. Our own words: zod's Chinese locale adds 250 KB
 * and speaks like a machine. A field in a list or an object falls back to its parent.
 */
const byField: Record<string, Partial<Record<Fault, string>>> = {
  text: {
    missing: '请先说说是什么事。',
    tooShort: '请再多说几个字，至少 {limit} 个字。',
    tooLong: '写得太长了，请缩到 {limit} 个字以内。',
  },
  photos: { tooLong: '照片最多 {limit} 张，请去掉几张。', wrong: '有照片没有传好，请删掉后重新添加。' },
  place: { missing: '请选一下在哪里。', wrong: '这个位置用不了，请重新选一下在哪里。' },
  'place.point': { wrong: '这个位置不在国内，请重新选一下在哪里。' },
  'place.address': { tooLong: '地址太长了，请缩到 {limit} 个字以内。' },
  point: { missing: '请选一下在哪里。', wrong: '这个位置不在国内，请重新选一下在哪里。' },
  gridId: { missing: '请选一下您住哪个网格。', wrong: '这个网格用不了，请重新选。' },
  areaId: { wrong: '没有这个地方，请重新选。' },
  label: {
    missing: '请写一下这是谁家。',
    tooShort: '请写一下这是谁家。',
    tooLong: '叫法太长了，请缩到 {limit} 个字以内。',
  },
  building: { tooLong: '楼栋太长了，请缩到 {limit} 个字以内。' },
  words: {
    missing: '请先写几个字再找。',
    tooShort: '请先写几个字再找。',
    tooLong: '请缩到 {limit} 个字以内再找。',
  },
  tile: { wrong: '请重新选一下是哪类事，也可以不选。' },
  source: { wrong: '请重新选一下这件事是谁报的。' },
  external: { missing: '请填上热线的工单号。', wrong: '热线的工单号填得不对，请照着工单再填一次。' },
  'external.number': {
    missing: '请填上热线的工单号。',
    wrong: '工单号只有数字、字母和短横，4 到 40 位，请照着工单再填一次。',
  },
  'external.due': { wrong: '这个日期不对，请看一下工单上要求哪天办好；没写就空着。' },
  solved: { missing: '请选一下办好了没有。', wrong: '请选一下办好了没有。' },
  satisfaction: { missing: '请选一下满意不满意。', wrong: '请选一下满意不满意。' },
  manner: { missing: '请选一下是怎么办的。', wrong: '请选一下是怎么办的。' },
  tier: { wrong: '请重新选一下办理级别。' },
  category: { wrong: '请重新选一下类别。' },
  granted: { missing: '请选一下同意不同意延期。', wrong: '请选一下同意不同意延期。' },
  upheld: { missing: '请选一下改不改回去。', wrong: '请选一下改不改回去。' },
  choice: { missing: '请选一下同意、不同意还是弃权。', wrong: '请选一下同意、不同意还是弃权。' },
  version: { wrong: '页面旧了，请下拉刷新后再试。' },
  file: {
    missing: '请先选一个文件。',
    wrong: '这种文件导入不了：区域用 GeoJSON 或打包成 zip 的 Shapefile，人员和楼栋用 XLSX 或 CSV。',
  },
  fileName: { tooLong: '文件名太长了，请改到 {limit} 个字以内。' },
  areaIds: {
    missing: '请先选几个网格。',
    tooShort: '请先选几个网格。',
    tooLong: '一次最多选 {limit} 个，请少选几个。',
  },
  reason: {
    missing: '请写一句为什么。',
    tooShort: '请写一句为什么。',
    tooLong: '写得太长了，请缩到 {limit} 个字以内。',
  },
  token: { wrong: '没有发出去，请退出页面再试一次。' },
}

const anyField: Record<Fault, string> = {
  missing: '还缺一项没填，请补上。',
  tooShort: '有一项写得太短，请补充。',
  tooLong: '有一项写得太长，请缩短。',
  wrong: '有一项填得不对，请检查后再试。',
}

/** The sentence for a refused field (dotted path, `photos.0`) and fault; `limit` is the length it must keep to. */
export const faultSentence = (field: string, fault: Fault, limit?: number): string => {
  for (let path = field; path; path = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '') {
    const sentence = byField[path]?.[fault]
    if (sentence) return sentence.replace('{limit}', String(limit))
  }
  return anyField[fault]
}

/** What to say for a code when the place that refused had nothing better; always with what to do next. */
export const errorSentences: Record<ErrorCode, string> = {
  invalid: anyField.wrong,
  notFound: '没有找到。可能已经撤下，或者不归您看。',
  conflict: '刚刚有变化，已经为您换成最新的，请看看再办。',
  wrongState: '现在这一步办不了，请下拉刷新看看。',
  alreadyVoted: '您已经投过票了，一人一票，不能再投。',
  voteClosed: '现在不在投票时间里。',
  notOnRoll: '这次投票的名单里没有您，所以不能投。',
  historyFull: '这件事的记录太长了，请打电话给网格员。',
  tooMany: '您发得太快了，请过几分钟再发。急事请直接打电话。',
  tooOld: '这个版本太旧了，请退出微信重新打开，更新后再用。',
  unknownAction: '这个功能还没有开，请更新后再试。',
  busy: '人有点多，没有保存上，请再点一次。',
  internal: '我们这边出了点问题，请过一会儿再试。急事请直接打电话。',
}
