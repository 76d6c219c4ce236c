import fc from 'fast-check'
import { categories } from '../../contract/categories'
import { sources } from '../../contract/requestTerms'
import { loadExamples } from '../../scripts/triage/loadExamples'
import { doubtfulOfGas } from '../../tests/support/doubtfulOfGas'
import { policiesFrom } from '../policy/policies'
import type { Before } from './circumstances'
import { isCheck } from './exampleParts'
import { lintTriage } from './lintTriage'
import { replay } from './replay'
import { triage, type TriageDecision, type TriageInput } from './triage'
import type { TriagePolicy } from './triagePolicy'

const policy = policiesFrom({}, new Map()).triage
const decide = (text: string, came: Omit<TriageInput, 'text'> = {}) => triage({ text, ...came }, policy)
const before = (dangers: Before['dangers'], matters: Before['matters'] = {}): Before => ({
  summary: 'history:1',
  dangers,
  matters,
})
const said = ({ notes = [] }: TriageDecision) => notes.map(({ say }) => say).join('\n')
const remarks = ({ notes = [] }: TriageDecision) => notes.map(({ remark }) => remark)

const doubtful = doubtfulOfGas()
const gasBefore = before({ gas: 2 })

describe('what was before at the building', () => {
  it('makes a danger of a doubt about gas, for a person to judge', () => {
    expect(decide(doubtful).tier).not.toBe('A')
    const decision = decide(doubtful, { before: gasBefore })
    expect(decision).toMatchObject({ tier: 'A', sure: false, emergencyLines: ['119'] })
    expect(decision.trace).toMatchObject({ decidedBy: 'a.gas-again', came: { before: gasBefore } })
    expect(decision.reasons.join()).toMatch(/^您说到“.+”，这栋楼前不久报过燃气险情，先按急事来查/)
    expect(said(decision)).toContain('最近30天里有2天报过燃气的险情')
  })

  it('makes none of what has nothing to do with it', () => {
    for (const text of ['楼道灯不亮了', '想咨询燃气怎么开户', '楼下垃圾堆味道很大', '卫生间有异味'])
      expect(decide(text, { before: gasBefore }).tier).toBe(decide(text).tier)
    expect(decide(doubtful, { before: before({ lift: 3 }) }).tier).toBe(decide(doubtful).tier)
  })

  it('tells officers what keeps coming back, from the third time on, and residents nothing of it', () => {
    const lamp = (days: number) => decide('楼道灯不亮了', { before: before({}, { estate: days }) })
    expect(said(lamp(1))).not.toContain('反复发生')
    expect(lamp(2).notes).toEqual([
      {
        remark: 's.returned',
        to: 'staff',
        say: '反复发生：这栋楼最近90天里是第3回反映“小区管理”这类事，请查一查根子。',
      },
    ])
    expect(lamp(2).tier).toBe(lamp(0).tier)
  })
})

describe('who brings it', () => {
  const crack = '阳台栏杆有点松动，我家有小孩'

  it('makes a danger sure that a grid member saw on the round', () => {
    expect(decide(crack)).toMatchObject({ tier: 'A', sure: false })
    const seen = decide(crack, { source: 'patrol', photos: 1 })
    expect(seen).toMatchObject({ tier: 'A', sure: true })
    // There is no doubt left to look at the picture for.
    expect(remarks(seen)).toEqual(['s.patrol'])
  })

  it('changes nothing else', () => {
    for (const source of sources)
      expect(decide('楼道灯不亮了', { source })).toMatchObject({ tier: 'B', sure: true })
  })
})

describe('pictures', () => {
  it('are to be looked at first where a danger is in doubt', () => {
    const crack = decide('阳台栏杆有点松动，我家有小孩', { photos: 2 })
    expect(said(crack)).toBe('带了2张照片，先看照片，再判断是不是急事。')
    expect(remarks(decide('厨房有很重的煤气味', { photos: 2 }))).toEqual([])
  })

  // Of what it has learnt from, the model is in no doubt.
  const vague = loadExamples()
    .filter(isCheck)
    .map(({ text }) => ({ text, ...decide(text) }))
    .filter(decision => remarks(decision).includes('r.photo-helps'))

  it('are asked for where words leave it open and a picture shows it; never of a danger, a quarrel or a child', () => {
    expect(vague.length).toBeGreaterThan(10)
    for (const { tier, category, confidence } of vague) {
      expect(tier).not.toBe('A')
      expect(['disputes', 'publicOrder', 'education', 'labour']).not.toContain(category)
      expect(confidence.tier).toBeLessThan(policy.confidence.fair)
    }
  })

  it('are not asked for again once there is one', () => {
    const { text = '' } =
      loadExamples().find(one => remarks(decide(one.text)).includes('r.photo-helps')) ?? {}
    expect(remarks(decide(text, { photos: 1 }))).not.toContain('r.photo-helps')
  })
})

const anyBefore = fc.record({
  summary: fc.constant('history:1'),
  dangers: fc.dictionary(
    fc.constantFrom(...Object.keys(policy.history.kinds)),
    fc.integer({ min: 1, max: 9 }),
  ),
  matters: fc.dictionary(fc.constantFrom(...categories), fc.integer({ min: 1, max: 9 })),
})
const anyCame = fc.record(
  { photos: fc.nat(9), source: fc.constantFrom(...sources), before: anyBefore },
  { requiredKeys: [] },
)

it('never makes less of a message, however it came, and decides the same again from its trace', () => {
  const texts = loadExamples().map(({ text }) => text)
  fc.assert(
    fc.property(fc.constantFrom(...texts), anyCame, (text, came) => {
      const [alone, decision] = [decide(text), decide(text, came)]
      if (alone.tier === 'A') {
        expect(decision.tier).toBe('A')
        if (alone.sure) expect(decision.sure).toBe(true)
      } else if (decision.tier !== 'A') expect(decision.tier).toBe(alone.tier)
      expect(replay(JSON.parse(JSON.stringify(decision)), policy)).toEqual(decision)
    }),
    { numRuns: 600 },
  )
})

describe('the lint', () => {
  const faults = (part: Partial<TriagePolicy>) =>
    lintTriage({ ...policy, id: 'triage:9', ...part }, ['楼道有味道'])
      .filter(({ kind }) => kind === 'unreachable')
      .map(({ rule }) => rule)
  const [remark] = policy.remarks
  const [rule] = policy.rules

  it('finds a remark and a rule that no report can come for', () => {
    const asked = { photos: { least: 3, most: 1 } }
    expect(faults({ remarks: [{ ...remark!, id: 's.never', given: asked }] })).toEqual(['s.never'])
    expect(faults({ rules: [{ ...rule!, id: 'a.never', given: asked }] })).toEqual(['a.never'])
    expect(faults({ remarks: [{ ...remark!, id: 's.often', returned: 11 }] })).toEqual(['s.often'])
  })

  it('tries a rule for some reports as if each message were one', () => {
    const again = policy.rules.filter(({ id }) => id === 'a.gas-again')
    expect(lintTriage({ ...policy, rules: again }, ['楼道有味道'])).toEqual([])
    expect(lintTriage({ ...policy, rules: again }, ['楼道有灯'])).toEqual([
      { kind: 'neverMatched', rule: 'a.gas-again' },
    ])
  })
})
