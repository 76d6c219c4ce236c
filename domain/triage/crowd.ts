import type { Hit } from './found'

const digits = '零一二三四五六七八九'
const counted =
  /(\d+|[一二两三四五六七八九十百千几]+)(多|来|几)?(个|名|位|号)?(户|家人|家业主|业主|工人|工友|员工|人家|人的|人没|人工|人都|人在|人家|人受|人要|人被|邻居|居民)/g

/** Where a text speaks of five or more households or people: 三十多户, 几十户, 200个业主, 一百多号人. */
export const crowds = (text: string): Hit[] => {
  const hits: Hit[] = []
  counted.lastIndex = 0
  for (let match = counted.exec(text); match; match = counted.exec(text))
    if (valueOf(match[1]!) >= 5) hits.push({ start: match.index, end: counted.lastIndex })
  return hits
}

/** A number as people write it: 12, 两, 三十, 十几, 一百二十, 几百. An unsaid 几 counts as three. */
const valueOf = (number: string): number => {
  if (/^\d+$/.test(number)) return Number(number)
  let [sum, digit] = [0, 0]
  for (const char of number.replace(/两/g, '二').replace(/几/g, '三')) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[char]
    if (unit) {
      sum += (digit || 1) * unit
      digit = 0
    } else digit = digits.indexOf(char)
  }
  return sum + digit
}
