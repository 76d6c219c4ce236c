import { hour } from '../time/china'
import { countJoined } from './countJoined'
import { first, kinds, merged, second, start, told } from './exampleMerged'
import { householdsOf } from './households'
import { takeIn } from './mergeRequest'

describe('households', () => {
  const counting = { at: start + hour, topicFrom: 5, overseers: ['p-wang'] }

  it('move it forward in its tier, never its deadline', () => {
    const one = first()
    const many = countJoined(one, 3, counting)
    expect(many.openKey && one.openKey && many.openKey < one.openKey).toBe(true)
    expect(many.openKey?.[0]).toBe(one.openKey?.[0])
    expect(many.clocks).toEqual(one.clocks)
    expect(countJoined(many, 3, counting)).toBe(many)
    expect(countJoined(many, 0, counting).openKey).toBe(one.openKey)
  })

  it('from five on are told to officers, once, and nothing is changed over their heads', () => {
    const four = countJoined(first(), 3, counting)
    expect(kinds(four)).not.toContain('crowded')
    const five = countJoined(four, 4, counting)
    expect(five).toMatchObject({ tier: 'B', status: 'submitted', version: 1 })
    expect(five.events.at(-1)).toMatchObject({ kind: 'crowded', text: '已有 5 户遇到同一件事。' })
    expect(told(five, 'p-wang')).toHaveLength(1)
    const wavering = countJoined(countJoined(five, 3, counting), 6, counting)
    expect(kinds(wavering).filter(kind => kind === 'crowded')).toHaveLength(1)
  })

  it('count a reporter once who has reported twice', () => {
    const [main] = merged(first(), second('B', { reporterId: 'p-zhang' }))
    expect(householdsOf(main)).toBe(1)
    const again = takeIn(main, { ...second('B', { id: 'r-third', reporterId: 'p-li' }) }, start)
    expect(householdsOf(again)).toBe(2)
  })
})
