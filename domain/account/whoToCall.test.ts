import type { OfficerCard } from '../../contract/area'
import { whoToCall } from './whoToCall'

const now = 1_000_000
const chen: OfficerCard = {
  id: 'o-chen',
  name: '陈志强',
  post: '网格员',
  onDuty: true,
  dutyChangesAt: now + 1,
  hours: '每天 8:30–18:00',
  workPhone: '0755-1',
}
const cover = { ...chen, id: 'o-zhou', name: '周敏', workPhone: '0755-2' }
const dutyPhone = '0755-9'

it('is the officer in service hours', () => {
  expect(whoToCall({ officer: chen, dutyPhone }, now)).toEqual({
    who: 'officer',
    number: '0755-1',
    name: '陈志强',
  })
})

it('is the duty phone out of hours, and once the hours a phone remembers are over', () => {
  const duty = { who: 'duty', number: dutyPhone }
  expect(whoToCall({ officer: { ...chen, onDuty: false }, dutyPhone }, now)).toEqual(duty)
  expect(whoToCall({ officer: chen, dutyPhone }, now + 1)).toEqual(duty)
})

it('is whoever stands in while the officer is away, and the duty phone when they are off too', () => {
  const officer = { ...chen, onDuty: false, away: { until: now + 9, cover } }
  expect(whoToCall({ officer, dutyPhone }, now)).toEqual({ who: 'cover', number: '0755-2', name: '周敏' })
  const off = { ...officer, away: { until: now + 9, cover: { ...cover, onDuty: false } } }
  expect(whoToCall({ officer: off, dutyPhone }, now)).toMatchObject({ who: 'duty' })
})

it('is the duty phone for a grid without an officer, or one whose number is not published', () => {
  const { workPhone: _, ...unpublished } = chen
  expect(whoToCall({ dutyPhone }, now)).toMatchObject({ who: 'duty' })
  expect(whoToCall({ officer: unpublished, dutyPhone }, now)).toMatchObject({ who: 'duty' })
})

it('is nobody when only a message is left', () => {
  expect(whoToCall({ officer: { ...chen, onDuty: false } }, now)).toBeUndefined()
  expect(whoToCall({}, now)).toBeUndefined()
})
