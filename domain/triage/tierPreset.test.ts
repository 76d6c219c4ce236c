import { tiers } from '../../contract/tiers'
import * as z from '../../contract/zod'
import { policiesFrom } from '../policy/policies'
import first from '../policy/tiers.json'
import second from '../policy/tiersByLevel.json'
import { type TierPreset, letterOf, tierPreset } from './tierPreset'
import { triage } from './triage'
import { levels } from './triagePolicy'

const policy = policiesFrom({}, new Map()).triage
const decide = (text: string) => {
  const decision = triage({ text, photos: 0 }, policy)
  return { tier: decision.tier, triage: decision }
}
const presets = [first, second] as TierPreset[]

it.each(presets)('$id fits its schema', preset =>
  expect(z.safeParse(tierPreset, preset).error).toBeUndefined(),
)

it('gives the tier itself under the first preset', () => {
  for (const tier of tiers) {
    const level = ({ A: 'grid', B: 'grid', C: 'community', D: 'district' } as const)[tier]
    expect(letterOf({ tier, triage: { tier, level } }, presets[0]!)).toMatchObject({
      letter: tier,
      urgent: tier === 'A',
    })
  }
})

it.each([
  ['三单元楼道灯坏了', 'A', false],
  ['厨房有很重的煤气味', 'A', true],
  ['楼下饭店油烟太大，请环保和市场监管来查', 'B', false],
  ['我们小区想加装电梯，一楼不同意，请街道牵头开个会', 'C', false],
  ['征地补偿款五年没发，全村一百多户要求区政府给说法', 'D', false],
])('under the second, %s is %s, urgent: %s', (text, letter, urgent) =>
  expect(letterOf(decide(text), presets[1]!)).toMatchObject({ letter, urgent }),
)

it('has a letter for every level of every tier under both', () => {
  for (const preset of presets)
    for (const tier of tiers)
      for (const level of levels) {
        const { letter, resident } = letterOf({ tier, triage: { tier, level } }, preset)
        expect([preset.letters[letter].resident, preset.words.A.resident]).toContain(resident)
      }
})

it('lets a street rename and reverse the letters', () => {
  const { A, B, C, D } = presets[1]!.letters
  const reversed: TierPreset = {
    ...presets[1]!,
    id: 'tiers:3',
    letters: { A: D, B: C, C: B, D: { ...A, resident: '格里的事' } },
  }
  expect(z.safeParse(tierPreset, reversed).success).toBe(true)
  expect(letterOf(decide('三单元楼道灯坏了'), reversed)).toMatchObject({ letter: 'D', resident: '格里的事' })
})

it('refuses a preset in which a level has no letter, two, or danger none it says it has', () => {
  const { letters } = presets[0]!
  const broken = [
    { ...presets[0]!, letters: { ...letters, B: { ...letters.B, levels: [] } } },
    { ...presets[0]!, letters: { ...letters, B: { ...letters.B, levels: ['grid', 'street'] } } },
    { ...presets[0]!, urgent: 'flag' },
  ]
  for (const preset of broken) expect(z.safeParse(tierPreset, preset).success).toBe(false)
})

it('follows people who put it in another tier', () => {
  const lamp = decide('三单元楼道灯坏了')
  expect(letterOf({ ...lamp, tier: 'D' }, presets[1]!)).toMatchObject({ letter: 'C', staff: 'C 街道' })
  expect(letterOf({ ...lamp, tier: 'A' }, presets[1]!)).toMatchObject({
    letter: 'A',
    urgent: true,
    resident: '急事马上办',
    staff: '急事 · A 网格/街区',
  })
})
