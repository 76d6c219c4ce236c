import { loadExamples } from '../../scripts/triage/loadExamples'
import { policiesFrom } from '../policy/policies'
import { missingWords } from '../triage/missingWords'
import { triage } from '../triage/triage'
import { viewWhy } from './viewWhy'

const { triage: policy, tiers } = policiesFrom({}, new Map())
const why = (text: string) => viewWhy(triage({ text }, policy), policy, tiers)

it('says the deciding rule’s sentence, the words it saw and how far it is to be trusted', () => {
  const gas = why('厨房闻到很重的煤气味')
  expect(gas).toMatchObject({ rule: expect.stringMatching(/^a\.gas/), policy: 'triage:1' })
  expect(gas.say).toContain('燃气泄漏')
  expect(gas.words.join()).toContain('煤气')
  expect(gas.answers).toMatchObject([
    { what: 'tier', is: 'A 急事', trust: 'firm' },
    { what: 'category', is: '水务管理' },
    { what: 'type', is: '求助' },
  ])
})

it('names a danger that was nearly seen, and why it was none', () => {
  const { near } = why('家里没有漏电，就是灯泡坏了')
  expect(near).toContainEqual(
    expect.objectContaining({
      rule: 'a.electric',
      missing: '说的是没有',
      say: expect.stringContaining('触电'),
    }),
  )
})

it('has plain words for whatever a rule missed, in all examples', () => {
  const missed = loadExamples().flatMap(({ text }) => triage({ text }, policy).trace.near)
  expect(missed.length).toBeGreaterThan(100)
  for (const { missing } of missed) expect(missingWords(missing)).toMatch(/^[^A-Za-z]*[\u4e00-\u9fff][^]*$/)
  for (const { missing } of missed) expect(missingWords(missing)).not.toMatch(/not |harmless|present/)
})

it('puts no sentence of today into the mouth of a rule of another version', () => {
  const decision = { ...triage({ text: '家里没有漏电，就是灯泡坏了' }, policy), policy: 'triage:0' }
  for (const one of viewWhy(decision, policy, tiers).near) expect(one).not.toHaveProperty('say')
})

it('calls a danger weak that a person has to look at, however likely it is one', () => {
  const decision = triage({ text: '厨房闻到很重的煤气味' }, policy)
  const [tier] = viewWhy({ ...decision, sure: false }, policy, tiers).answers
  expect(tier).toMatchObject({ what: 'tier', trust: 'weak' })
})

it('calls weak what the model is in doubt of, whatever it answers', () => {
  const decision = triage({ text: '楼道灯不亮了' }, policy)
  const trusts = [1, policy.confidence.firm, policy.confidence.fair, 0.2].map(
    tier =>
      viewWhy({ ...decision, confidence: { ...decision.confidence, tier } }, policy, tiers).answers[0]?.trust,
  )
  expect(trusts).toEqual(['firm', 'firm', 'fair', 'weak'])
})
