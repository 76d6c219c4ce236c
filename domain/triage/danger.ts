import type { EmergencyLine } from './triagePolicy'

type Danger = readonly [pattern: RegExp, ...lines: EmergencyLine[]]

// The phone's own small list, shown before anything is sent: it may cry wolf, since it only offers a telephone number.
// What tier a report gets is decided in the cloud, by the whole policy, of which nothing is on the phone.
const dangers: readonly Danger[] = [
  [
    /(煤气|燃气|天然气|液化气|瓦斯).{0,6}(味|漏|臭|断|破|挖|喷|倒|呲|嘶|嗤|中毒|外)|漏(煤气|燃气|气)|闻到.{0,3}[煤燃]气|臭鸡蛋|挖.{0,4}[煤燃]气/,
    '119',
  ],
  [
    /[着起失]火|火灾|火警|冒.{0,4}烟|[浓黑]烟|烧(起来|着了|焦)|自燃|爆炸|火苗|火光|在烧|烧着|点着|火[势烛]|烟.{0,3}(往|出来|进)|全是烟|烧东西|冒火|火.{0,4}窜|糊味|焦味/,
    '119',
  ],
  [
    /漏电|触电|麻手|手麻|被电|带电|火花|火星|电(线|缆).{0,6}(断|掉|垂|落|裸|泡|倒)|电线?杆.{0,4}[倒歪斜]|(插座|电箱|电瓶|充电|变压器).{0,8}(烫|鼓|响|滋|热)|会麻/,
    '119',
    '120',
  ],
  [
    /[电货]梯.{0,12}(困|关着|夹|坠|出不|往?下掉|掉下|打不开|卡在)|(困|关)在?.{0,6}电梯|被困|困在|夹住|拔不出|头卡/,
    '119',
  ],
  [
    /[倒坍垮]塌|[要快]塌|滑坡|掉下来|往下掉|[要快](掉|倒)了?下?|砸(到|中|人)|往下扔|摇摇欲坠|掉渣|(围挡|围墙|塔吊|脚手架).{0,8}(倒|晃|歪|斜)/,
    '119',
  ],
  [
    /[晕昏]倒|昏迷|倒在|倒地|没呼吸|没有呼吸|喘不[上过]|大出血|流.{0,4}血|抽搐|白沫|心梗|心脏病|胸口?[痛疼]|叫不醒|不醒|动不了|站不起来|人.{0,4}起不来|爬不起|摔.{0,6}(血|动|断)|骨折|中风|过敏|要生了|晕(了|过去)|中暑|胸闷|说不出话|吞了|误食|烫伤|呼吸机|溺水|落水|掉进?到?.{0,2}[河塘]/,
    '120',
  ],
  [/中毒|上吐下泻|都吐|吐得|呕吐|拉肚子|头[晕痛疼昏]|睁不开/, '120'],
  [
    /跳楼|轻生|自杀|不想活|活不下去|活着.{0,4}(累|没意思)|割腕|上吊|遗书|寻死|楼顶.{0,2}边|栏杆.{0,4}(跳|哭|外)|往下跳|跳[河桥江]|想不开|不如死|撑不住|告别|农药/,
    '110',
    '120',
  ],
  [
    /[持拿]着?.{0,2}刀|砍[人我他]|打(人|架|我|起来|骂|老婆|孩子)|又?在打|被打|家暴|别打了|动手|抢[劫包]|跟着我|尾随|进贼|踹门|砸门|弄死|杀[人了]|救命|猥亵|强奸|拐[走卖]|被拐|拿着?.{0,2}棍|砸(我|店|东西)|打得|踹|虐待|打骂|酒瓶砸|闯进|勒索|跟踪|扬言|惨叫|尖叫|求救|摔东西|小朋友搭话/,
    '110',
  ],
  [
    /走[失丢]|失踪|没回(家|来)|还没回|一夜没回|找不到(孩子|老人)|找不着|联系不上|跑丢|离家出走|人不见|人没了/,
    '110',
  ],
  [/敲门.{0,4}(没|不)|没出门|没动静|不应|天没(看|见|出)|反锁|锁在(车|家|屋)/, '110', '120'],
  [/撞(了|伤|倒|飞|上|人|车)|车祸|相撞|翻车|溜车|往下溜|压在下|轮子底|溜坡/, '122', '120'],
  [/咬(了|人|伤|到)|[狗犬].{0,8}扑|追着?.{0,2}[孩人]|条蛇|马蜂|蛰|藏獒|恶犬/, '120'],
]

/** Devices, figures of speech, and drills, in which the words above mean nothing. */
const harmless =
  /漏电保护|烟雾报警|[煤燃]气报警|火灾报警|灭火器|打火机|[打点]不着火|气得.{0,3}[跳着]|跳楼价|火锅|火爆|打人工|差点打|打架子鼓|演练|演习|防溺水|电脑中毒|爆炸一样|怕进贼|不?(怕|担心|容易|万一|以免|引发).{0,4}[着起失]火|[着起]火来/g

const denied = /(没有?|不是|未|无)(发生|闻到|看到|出现|人)?$/

/** The traditional forms of the characters above, in pairs. */
const forms =
  '電电氣气煙烟燒烧樓楼傷伤殺杀暈晕門门著着車车濃浓災灾蘭兰墜坠搶抢錢钱線线後后夾夹關关壓压蓋盖鎖锁'
const simplified: Record<string, string> = {}
for (let i = 0; i < forms.length; i += 2) simplified[forms.charAt(i)] = forms.charAt(i + 1)

/** Lines to call at once when a sentence sounds like danger, and the word that did; undefined when it does not. */
export const dangerLines = (text: string): { lines: EmergencyLine[]; word: string } | undefined => {
  const plain = [...text]
    .map(char => simplified[char] ?? char)
    .join('')
    .replace(/\s+/g, '')
    .replace(harmless, '，')
  const found = dangers.flatMap(([pattern, ...lines]) => {
    const match = pattern.exec(plain)
    return match && !denied.test(plain.slice(0, match.index)) ? [{ word: match[0], lines }] : []
  })
  const [first] = found
  return first && { lines: [...new Set(found.flatMap(({ lines }) => lines))], word: first.word }
}
