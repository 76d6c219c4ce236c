import type { EmergencyLine } from './triagePolicy'

interface DangerWords {
  words: readonly string[]
  lines: readonly EmergencyLine[]
}

// The phone's own small list, shown before anything is sent: it may cry wolf, since it only offers a telephone number.
// What tier a report gets is decided in the cloud, by the whole policy.
const dangers: readonly DangerWords[] = [
  {
    words: ['煤气味', '燃气味', '瓦斯味', '煤气泄漏', '燃气泄漏', '漏煤气', '漏燃气', '漏气', '煤氣'],
    lines: ['119'],
  },
  { words: ['着火', '起火', '火灾', '失火', '冒烟', '浓烟', '爆炸', '著火'], lines: ['119'] },
  { words: ['漏电', '触电', '电人', '电线掉', '电线断', '冒火花', '漏電'], lines: ['119', '120'] },
  { words: ['困在电梯', '电梯困', '关在电梯', '倒塌', '坍塌', '塌了', '要塌', '掉下来砸'], lines: ['119'] },
  { words: ['昏倒', '晕倒', '没有呼吸', '喘不上', '大出血', '中毒', '心梗', '抽搐'], lines: ['120'] },
  { words: ['跳楼', '轻生', '自杀', '不想活', '割腕'], lines: ['110', '120'] },
  { words: ['持刀', '砍人', '打人', '家暴', '抢劫', '走失', '走丢', '找不到孩子', '拐'], lines: ['110'] },
  { words: ['撞人', '车祸', '撞伤'], lines: ['122', '120'] },
]

/** Lines to call at once when a sentence sounds like danger, and the word that did; undefined when it does not. */
export const dangerLines = (text: string): { lines: EmergencyLine[]; word: string } | undefined => {
  const found = dangers.flatMap(({ words, lines }) => {
    const word = words.find(candidate => text.includes(candidate))
    return word ? [{ word, lines }] : []
  })
  const [first] = found
  return first && { lines: [...new Set(found.flatMap(({ lines }) => lines))], word: first.word }
}
