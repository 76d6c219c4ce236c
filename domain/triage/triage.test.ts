import { sha256 } from '@noble/hashes/sha2'
import fc from 'fast-check'
import { tiles } from '../../contract/request'
import { tierWords } from '../../contract/tiers'
import { policiesFrom } from '../policy/policies'
import { dangerLines } from './danger'
import examples from './examples.json'
import { triage } from './triage'

const policy = policiesFrom({}, new Map()).triage
const decide = (text: string) => triage({ text, photos: 0 }, policy)

/** One in three, by the text itself: kept for checking and never looked at while rules are written. */
const forChecking = (text: string) => (sha256(text)[0] ?? 0) % 3 === 0
const labelled = (examples as [string, string][]).map(([tier, text]) => ({
  tier,
  text,
  check: forChecking(text),
}))
const agreement = (some: typeof labelled) =>
  some.filter(({ tier, text }) => decide(text).tier === tier).length / some.length

it.each(labelled.filter(({ tier, check }) => tier === 'A' && !check).map(({ text }) => text))(
  'sees the danger in: %s',
  text => {
    expect(decide(text).tier).toBe('A')
  },
)

it.each(labelled.filter(({ tier, check }) => tier !== 'A' && !check).map(({ text }) => text))(
  'sees no danger in: %s',
  text => {
    expect(decide(text).tier).not.toBe('A')
  },
)

it('agrees with the labels well enough, also on those kept for checking', () => {
  const work = agreement(labelled.filter(({ check }) => !check))
  const check = agreement(labelled.filter(({ check }) => check))
  console.log(
    `triage agrees with ${(work * 100).toFixed(0)} % of the work part, ${(check * 100).toFixed(0)} % of the check part`,
  )
  expect(work).toBeGreaterThanOrEqual(0.9)
  expect(check).toBeGreaterThanOrEqual(0.75)
})

it('says which rule decided, which nearly did, and what it saw', () => {
  expect(decide('没有煤气味了，但是楼道的灯坏了')).toMatchObject({
    tier: 'B',
    policy: 'triage:1',
    trace: {
      decidedBy: 'b.lamp',
      matched: [{ rule: 'b.lamp', words: ['灯', '坏'] }],
      near: [{ rule: 'a.gas', words: ['煤气味'], missing: 'not present: denied' }],
    },
  })
})

it('gives the numbers to call with danger, and says when it is not sure', () => {
  expect(decide('厨房着火了')).toMatchObject({ tier: 'A', sure: true, emergencyLines: ['119'] })
  expect(decide('有股怪味，闻着头晕')).toMatchObject({ tier: 'A', sure: false })
})

it('is not moved by anger, length or capitals', () => {
  for (const text of [
    '投诉！！！！都几天了垃圾没人收！！！太过分了',
    `垃圾没人收${'，真的很久了'.repeat(80)}`,
  ]) {
    expect(decide(text).tier).not.toBe('A')
  }
})

it('always decides, the same way, with a reason and never a bare letter, whatever is typed', () => {
  const words = policy.rules.flatMap(({ all }) => all.flat())
  const text = fc
    .array(fc.oneof(fc.constantFrom(...words, '，', '没有', '了', '演练', '😱', ' '), fc.string()), {
      maxLength: 30,
    })
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(text, fc.option(fc.constantFrom(...tiles), { nil: undefined }), (said, tile) => {
      const decision = triage({ text: said, photos: 0, ...(tile && { tile }) }, policy)
      expect(triage({ text: said, photos: 0, ...(tile && { tile }) }, policy)).toEqual(decision)
      expect(Object.keys(tierWords)).toContain(decision.tier)
      expect(decision.reasons.join('')).toMatch(/[\u4e00-\u9fff]/)
      expect(decision.reasons.join('')).not.toMatch(/\b[ABCD]\b|\{words\}/)
    }),
    { numRuns: 300 },
  )
})

it('every rule can be reached by its own words', () => {
  for (const { id, all, tier, danger } of policy.rules) {
    const text = all.map(group => group[0]?.replace('…', '')).join('')
    const { trace } = decide(text)
    expect([id, trace.matched.some(({ rule }) => rule === id)]).toEqual([id, true])
    expect(danger ?? false).toBe(tier === 'A')
  }
})

it.each([
  ['厨房闻到很重的煤气味', ['119']],
  ['我爸晕倒了', ['120']],
  ['有人持刀砍人', ['110']],
])('on the phone, %s offers %j before anything is sent', (text, lines) => {
  expect(dangerLines(text)?.lines).toEqual(lines)
})

it('on the phone, an ordinary sentence offers no emergency line', () => {
  expect(dangerLines('三单元的灯不亮了')).toBeUndefined()
})
