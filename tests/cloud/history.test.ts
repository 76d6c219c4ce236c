import { requestService } from '../../contract/request'
import type { InputOf } from '../../contract/service'
import type { Pointers } from '../../domain/policy/pointers'
import type { TriageDecision } from '../../domain/triage/triage'
import { doubtfulOfGas } from '../support/doubtfulOfGas'
import { runTimer, setFaults, shiftClock } from '../support/localCloud'
import type { Name } from './exampleStreet'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

// What was lately reported at a building is an input of triage: published by the clock, read without a database operation.

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
  ahead = 0
})

const minute = 60_000
const day = 24 * 60 * minute
const gas = '厨房闻到很重的煤气味'
const doubtful = doubtfulOfGas()
const at = (address: string) => ({ gridId: 'g-1', address })

type Input = InputOf<typeof requestService, 'submit'>

const report = async (who: Name, text: string, address: string, input: Partial<Input> = {}) =>
  (
    await street.as(who).ok(requestService, 'submit', {
      ...{ text, place: at(address), photos: [], token: tokens.next() },
      ...input,
    })
  ).request
const stored = async (id: string) => {
  const [request] = await street.find('requests', { _id: id })
  return request as unknown as { triage: TriageDecision; tier: string }
}
/** The clock runs `ms` later, and a minute after that everybody looks at the pointer again. */
const later = async (ms: number) => {
  await shiftClock(street.env, (ahead += ms))
  await runTimer(street.env, 'clock')
  await shiftClock(street.env, (ahead += 61_000))
}
let ahead = 0
/** What a report says once the summary is there: it waits for it only a moment, and a busy machine may need longer. */
const once = async (holds: (one: Reported) => boolean, make: () => Promise<Reported>): Promise<Reported> => {
  for (let n = 0; n < 15; n++) {
    const one = await make()
    if (holds(one)) return one
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error('It never came to that.')
}
type Reported = Awaited<ReturnType<typeof report>>
const isDanger = ({ tier }: Reported) => tier === 'A'
const isNone = ({ tier }: Reported) => tier !== 'A'
const pointer = async () => {
  const [active] = await street.find('pointers', { _id: 'active' })
  return (active as unknown as Pointers).history
}

it('makes a danger of a doubt at a building where gas was reported, and nowhere else', async () => {
  expect((await report('zhang', doubtful, '3栋2单元')).tier).not.toBe('A')
  await report('zhang', gas, '桂花苑3栋1单元502')
  await later(0)
  const here = await once(isDanger, () => report('li', doubtful, '三号楼楼道'))
  expect(here.reasons.join()).toMatch(/^您说到“.+”，这栋楼前不久报过燃气险情，先按急事来查/)
  const { triage } = await stored(here.id)
  expect(triage).toMatchObject({
    sure: false,
    trace: {
      decidedBy: 'a.gas-again',
      came: { before: { summary: (await pointer())?.id, dangers: { gas: 1 } } },
    },
  })
  expect((await report('li', doubtful, '6栋')).tier).not.toBe('A')
  expect((await report('li', doubtful, '河边')).tier).not.toBe('A')
  // Of another grid, with a building of the same number.
  expect((await report('li', doubtful, '3栋', { place: { gridId: 'g-2', address: '3栋' } })).tier).not.toBe(
    'A',
  )
})

it('forgets a danger when its days are over, and one that a person found to be none with the next day', async () => {
  const first = await report('zhang', gas, '3栋')
  await later(0)
  const again = () => report('li', doubtful, '3栋')
  const raised = await once(isDanger, again)
  for (const { id } of [first, raised])
    await street.as('chen').ok(requestService, 'retier', {
      ...{ id, version: 1, tier: 'B', text: '是隔壁做饭' },
      token: tokens.next(),
    })
  await later(day)
  await once(isNone, again)
  await report('zhang', gas, '3栋')
  await later(11 * minute)
  await once(isDanger, again)
  await later(40 * day)
  await once(isNone, again)
})

it('tells officers what comes back for the third time, and residents nothing of it', async () => {
  const lamp = '楼道灯不亮了'
  const first = await report('zhang', lamp, '3栋')
  const before = await street.copies(first.id, 3, n => ({ createdAt: Date.now() - (n + 2) * day }))
  await street.import('requests', before)
  await later(0)
  const again = await report('zhang', lamp, '3栋')
  expect(again).not.toHaveProperty('notes')
  const { request } = await street.as('chen').ok(requestService, 'read', { id: again.id })
  expect(request.notes).toEqual(['反复发生：这栋楼最近90天里是第4回反映“小区管理”这类事，请查一查根子。'])
  expect(request.tier).toBe('B')
})

it('costs a report no database operation, and is published only when something is new', async () => {
  const submit = async (text: string) => {
    const { reply, usage } = await street.as('zhang').raw({
      action: 'request.submit',
      v: 1,
      input: { text, place: at('3栋'), photos: [], token: tokens.next() },
    })
    expect(reply.ok).toBe(true)
    return usage.ops
  }
  await submit(gas)
  const plain = await submit('楼道灯不亮了')
  await later(0)
  const published = await pointer()
  // The first call after a minute looks at the pointer, which belongs to no action.
  await submit('楼道灯不亮了')
  expect(await submit('楼道灯不亮了')).toBe(plain)
  // Nothing new of this building.
  await later(11 * minute)
  expect((await pointer())?.id).toBe(published?.id)
  await submit('电梯里困了人，门打不开')
  await later(11 * minute)
  const { id, lastFileId } = (await pointer())!
  expect(id).not.toBe(published?.id)
  expect(lastFileId).toBe(published?.fileId)
  await later(11 * minute)
  expect((await pointer())?.id).toBe(id)
})

it('sorts by the words alone while the summary cannot be fetched, and holds up nobody', async () => {
  await report('zhang', gas, '3栋')
  await later(0)
  await setFaults(street.env, [{ action: 'storage.*', errorRate: 1 }])
  const again = () => report('li', doubtful, '3栋')
  expect(isNone(await again())).toBe(true)
  await setFaults(street.env, [])
  await once(isDanger, again)
})
