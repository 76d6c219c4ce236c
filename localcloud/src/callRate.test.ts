import { CallRate } from './callRate'
import { startTestCloud } from './testing/testCloud'

it('refuses the call above the limit in a second, and begins anew with the next', () => {
  const rate = new CallRate(3)
  for (let n = 0; n < 3; n++) rate.count(10_000 + n)
  expect(() => rate.count(10_999)).toThrow('4 calls in this second; the limit is 3')
  expect(() => rate.count(11_000)).not.toThrow()
})

it('counts nothing unless it is told a limit', () => {
  const rate = new CallRate(0)
  for (let n = 0; n < 10_000; n++) rate.count(0)
})

it('reaches the phone as the service says it', async () => {
  const cloud = await startTestCloud({ idle: 'exports.main = () => 1' }, { callsPerSecond: 2 })
  try {
    // All of them in one second, however long they take.
    jest.spyOn(Date, 'now').mockReturnValue(Date.now())
    const answers = await Promise.all(Array.from({ length: 8 }, () => cloud.call('idle')))
    const refused = answers.filter(({ errCode }) => errCode === -501003)
    expect(refused).toHaveLength(6)
    expect(refused[0]?.errMsg).toMatch(/EXCEED_REQUEST_LIMIT \d calls in this second; the limit is 2/)
  } finally {
    jest.restoreAllMocks()
    await cloud.stop()
  }
})
