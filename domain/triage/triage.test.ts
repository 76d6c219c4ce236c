import fc from 'fast-check'
import { tiles } from '../../contract/requestTerms'
import { tiers } from '../../contract/tiers'
import { policiesFrom } from '../policy/policies'
import { dangerLines } from './danger'
import { loadExamples } from '../../scripts/triage/loadExamples'
import { type Example, isCheck } from './exampleParts'
import { plainText } from './plainText'
import { replay } from './replay'
import { triage, type TriageDecision } from './triage'
import type { TriageRule } from './triagePolicy'

const policy = policiesFrom({}, new Map()).triage
const decide = (text: string) => triage({ text, photos: 0 }, policy)

const examples = loadExamples()
const check = examples.filter(isCheck)
const work = examples.filter(example => !isCheck(example))

const share = (part: readonly Example[], right: (example: Example, decision: TriageDecision) => boolean) =>
  part.filter(example => right(example, decide(example.text))).length / part.length

const agreement = (part: readonly Example[]) => ({
  messages: part.length,
  tier: share(part, ({ tier }, decision) => decision.tier === tier),
  category: share(part, ({ category }, decision) => decision.category === category),
  type: share(part, ({ type }, decision) => decision.type === type),
  dangersSeen: share(
    part.filter(({ tier }) => tier === 'A'),
    (_, decision) => decision.tier === 'A',
  ),
  lookalikesRaised: share(
    part.filter(({ lookalike }) => lookalike),
    (_, decision) => decision.tier === 'A',
  ),
  phoneWarns: share(
    part.filter(({ tier, text }) => tier === 'A' && decide(text).emergencyLines.length > 0),
    ({ text }) => dangerLines(text) !== undefined,
  ),
  phoneCriesWolf: share(
    part.filter(({ tier }) => tier !== 'A'),
    ({ text }) => dangerLines(text) !== undefined,
  ),
})

it('agrees with people on messages its rules were not made from', () => {
  const found = agreement(check)
  console.info('triage, check part', found)
  expect(found.tier).toBeGreaterThan(0.75)
  expect(found.category).toBeGreaterThan(0.65)
  expect(found.type).toBeGreaterThan(0.7)
  expect(found.dangersSeen).toBeGreaterThan(0.9)
  expect(found.lookalikesRaised).toBeLessThan(0.2)
  expect(found.phoneWarns).toBeGreaterThan(0.85)
  expect(found.phoneCriesWolf).toBeLessThan(0.2)
})

it('on the phone, warns of nearly all that the cloud is sure of', () => {
  const sure = work.filter(({ tier, text }) => {
    const decision = decide(text)
    return tier === 'A' && decision.tier === 'A' && decision.sure && decision.emergencyLines.length > 0
  })
  expect(share(sure, ({ text }) => dangerLines(text) !== undefined)).toBeGreaterThan(0.9)
})

it('has every label once, and texts a resident could send', () => {
  expect(new Set(examples.map(({ text }) => text)).size).toBe(examples.length)
  for (const { text } of examples) {
    expect(text.length).toBeGreaterThanOrEqual(5)
    expect(text.length).toBeLessThanOrEqual(1000)
  }
  expect(examples.length).toBeGreaterThanOrEqual(1200)
})

it.each([
  ['denied', '家里没有漏电，就是灯泡坏了'],
  ['past', '去年楼下起火，大家吓坏了，希望多配几个灭火器'],
  ['over', '楼道冒烟已经扑灭了，人都没事，请来清理一下'],
  ['drill', '明天消防演练会放烟吗，是不是假装着火'],
  ['elsewhere', '看新闻说外地有小区爆炸了，我们要不要检查'],
  ['praise', '感谢网格员及时处理煤气泄漏'],
  ['hypothetical', '楼道堆杂物，万一着火跑不掉'],
])('does not take a danger that is %s for one that is here', (kind, text) => {
  const decision = decide(text)
  expect(decision.tier).not.toBe('A')
  expect(decision.trace.near.map(({ missing }) => missing).join()).toContain(kind)
})

it.each([
  ['what lasts', '去年就有人掉进这个坑，井盖到现在没补'],
  ['what is back', '上次修好的电箱现在又冒火花'],
  ['a danger in a polite message', '不着急，谢谢你们，就是厨房有煤气味'],
  ['a danger late in a long complaint', `${'物业从来不管事，打电话也没人接，'.repeat(20)}现在楼道里在冒烟`],
])('takes %s for danger', (_, text) => expect(decide(text)).toMatchObject({ tier: 'A', sure: true }))

it('lets a person look first when it is in doubt', () => {
  expect(decide('阳台栏杆有点松动，我家有小孩')).toMatchObject({ tier: 'A', sure: false })
  expect(decide('电箱好像在冒火花')).toMatchObject({ tier: 'A', sure: false })
})

it('is not moved by anger, capitals or how often it was said', () => {
  const calm = decide('楼道灯坏了').tier
  expect(decide('楼道灯坏了！！！！我要投诉你们全部人！！！第五次了！！！楼道灯坏了').tier).toBe(calm)
})

it.each(['楼道灯坏了', '对面楼晚上唱歌吵得睡不着', '小区停车位不够用'])(
  'is not moved to danger by anger, capitals or how often it was said: %s',
  text => {
    const angry = `${text}！！！！我要投诉你们全部人！！！第五次了！！！HELP！！！${text}`
    expect(decide(text).tier).not.toBe('A')
    expect(decide(angry).tier).not.toBe('A')
  },
)

it('names the words it saw, and lines to call', () => {
  const decision = decide('厨房有很重的煤气味')
  expect(decision.reasons.join()).toContain('煤气味')
  expect(decision).toMatchObject({ emergencyLines: ['119'], policy: 'triage:1' })
  expect(decision.trace.matched[0]).toMatchObject({ rule: decision.trace.decidedBy, words: ['煤气味'] })
})

it('takes the tile for a hint at the category when the words say nothing', () => {
  expect(triage({ text: '还是老样子', tile: 'noise', photos: 0 }, policy).category).toBe('environment')
})

it('says the same of the same message, whatever is scattered over it', () => {
  const sprinkle = fc.array(fc.constantFrom(' ', '\u3000', '😀', '\u200b'), { maxLength: 12 })
  fc.assert(
    fc.property(fc.constantFrom(...work), sprinkle, fc.nat(), ({ text }, noise, seed) => {
      const chars = [...text]
      noise.forEach((mark, i) => chars.splice((seed * (i + 7)) % (chars.length + 1), 0, mark))
      expect(decide(chars.join(''))).toEqual(decide(text))
    }),
    { numRuns: 300 },
  )
})

it('always decides, with a reason and never a bare letter, whatever is typed', () => {
  const words = policy.rules.flatMap(({ all }) => all.flatMap(group => group.split(' ')))
  const part = fc.oneof(fc.constantFrom(...words, '，', '没有', '了', '演练', '😱'), fc.fullUnicodeString())
  const text = fc.array(part, { maxLength: 30 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(text, fc.option(fc.constantFrom(...tiles), { nil: undefined }), (text, tile) => {
      const decision = triage({ text, photos: 0, ...(tile && { tile }) }, policy)
      expect(tiers).toContain(decision.tier)
      expect(decision.reasons.join('')).toMatch(/[\u4e00-\u9fff]/)
      expect(decision.reasons.join('')).not.toMatch(/\b[ABCD]\b|\{words\}/)
      dangerLines(text)
    }),
    { numRuns: 300 },
  )
})

it('decides the same again from what was stored, and only under the policy it names', () => {
  fc.assert(
    fc.property(fc.constantFrom(...examples), ({ text }) => {
      const decision = decide(text)
      const stored = JSON.parse(JSON.stringify(decision)) as TriageDecision
      expect(replay(stored, policy)).toEqual(decision)
    }),
    { numRuns: 2000 },
  )
  expect(() => replay(decide('灯坏了不亮'), { ...policy, id: 'triage:2' })).toThrow('triage:1')
})

it('explains with words that stand in the message', () => {
  for (const { text } of work.slice(0, 300)) {
    const { reasons, trace } = decide(text)
    const seen = plainText(text, policy.spellings).replaceAll('，', '')
    const quoted = [...reasons.join().matchAll(/您说到“([^”]*)”/g)].flatMap(([, words = '']) =>
      words.split('、'),
    )
    for (const word of quoted) expect(word === '这件事' || seen.includes(word)).toBe(true)
    for (const word of trace.tiers[0]?.words ?? []) expect(word).not.toBe('')
  }
})

it('is the less sure the more evenly the answers share', () => {
  const { confidence, trace } = decide('三单元楼道的灯坏了')
  expect(confidence.tier).toBeGreaterThan(0.8)
  expect(confidence.category).toBe(trace.categories[0]?.share)
  for (const { text } of check)
    for (const share of Object.values(decide(text).confidence)) {
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
    }
})

it.each([
  ['我的劳动仲裁裁决书一直没下来', 'arbitration'],
  ['法院判决了他不给钱，执行局不接电话', 'court'],
  ['我要举报村支书贪污受贿', 'discipline'],
])('names another door for %s', (text, id) => {
  const { route, door } = decide(text)
  expect(route).toBe('door')
  expect(door).toMatchObject({ id, say: expect.stringMatching(/\d{5}|法院/) as string })
})

it.each([
  '窗口工作人员态度恶劣还骂人',
  '物业经理收了好处，我去问他就拉黑我',
  '我们网格员打电话就挂电话，很不耐烦',
])('marks %s as a report about staff', text => expect(decide(text).aboutStaff).toBe(true))

it.each([
  ['社区书记收了好处，偏袒开发商', true],
  ['我们网格员打电话就挂电话，很不耐烦', undefined],
])('knows how far up %s has to go', (text, upper) => expect(decide(text).aboutUpper).toBe(upper))

it.each(['感谢网格员，一点也没有不耐烦', '楼道灯坏了请物业来修'])('does not take %s for one', text =>
  expect(decide(text).aboutStaff).toBeUndefined(),
)

it.each([
  ['厨房闻到很重的煤气味', ['119']],
  ['我爸晕倒了', ['120']],
  ['有人持刀砍人', ['110']],
  ['路口两车相撞', ['122', '120']],
])('on the phone, %s offers %j before anything is sent', (text, lines) =>
  expect(dangerLines(text)?.lines).toEqual(lines),
)

it.each(['三单元的灯不亮了', '家里没有漏电', '下周消防演练几点'])('on the phone, %s offers none', text =>
  expect(dangerLines(text)).toBeUndefined(),
)

describe('a rule that decides', () => {
  const text = '老榕树下面的石凳坏了'
  const rule: TriageRule = {
    id: 'd.banyan',
    tier: 'D',
    priority: 1,
    decides: true,
    all: ['老榕树'],
    category: 'cityManagement',
    because: '{words}要街道定。',
  }
  const withRule = (one: TriageRule) => ({ ...policy, id: 'triage:9', rules: [...policy.rules, one] })

  it('has the last word on tier and category, and gives the reason', () => {
    const before = triage({ text, photos: 0 }, policy)
    const draft = withRule(rule)
    const decision = triage({ text, photos: 0 }, draft)
    expect([before.tier, before.category]).not.toEqual(['D', 'cityManagement'])
    expect(decision).toMatchObject({
      tier: 'D',
      category: 'cityManagement',
      level: 'street',
      route: 'street',
      reasons: ['老榕树要街道定。'],
      trace: { decidedBy: 'd.banyan' },
    })
    expect(replay(decision, draft)).toEqual(decision)
    // The same rule without it is only weighed.
    expect(triage({ text, photos: 0 }, withRule({ ...rule, decides: false })).tier).toBe(before.tier)
  })

  it('never undoes a danger', () => {
    const danger = '老榕树下面煤气味很重，有人晕倒了'
    const plain = triage({ text: danger, photos: 0 }, policy)
    const decision = triage({ text: danger, photos: 0 }, withRule(rule))
    expect(decision).toMatchObject({
      tier: 'A',
      reasons: plain.reasons,
      emergencyLines: plain.emergencyLines,
    })
  })
})
