import { requestService } from '../../contract/request'
import type { RequestView } from '../../contract/requestView'
import { type MovingStreet, openMovingStreet, texts } from './movingStreet'
import { tokens } from './tokens'

let street: MovingStreet

beforeEach(async () => {
  street = await openMovingStreet()
})

describe('the time to resolve', () => {
  const clock = (request: RequestView, name: string) => request.clocks.find(one => one.name === name)

  it('stands still while the resident is asked, and says so to both', async () => {
    const { id } = await street.asked()
    const { request } = await street.as('zhang').ok(requestService, 'read', { id })
    expect(clock(request, 'resolve')).toMatchObject({ paused: { unit: 'workingDays' } })
    expect(clock(request, 'answer')).toMatchObject({ who: 'reporter' })
    expect(request.moves).toEqual(['answerInfo'])
    const { lines } = await street.as('chen').ok(requestService, 'worklist', {})
    expect(lines.find(line => line.id === id)?.clock).toMatchObject({ name: 'resolve', paused: {} })
  })

  it('is not stopped a third time', async () => {
    let request = await street.accepted()
    for (let n = 0; n < 2; n++) {
      request = await street.move('zhang', 'answerInfo', await street.move('chen', 'askInfo', request))
    }
    expect(
      await street.as('chen').error('request.askInfo', {
        id: request.id,
        version: request.version,
        text: '再问',
        token: tokens.next(),
      }),
    ).toMatchObject({ code: 'wrongState', message: expect.stringContaining('打电话') })
  })

  it('ends later by what was given, and the resident reads the day and the reason', async () => {
    const before = await street.accepted()
    const { id } = await street.move('chen', 'extend', before, { text: '灯具要订货' })
    const { request } = await street.as('zhang').ok(requestService, 'read', { id })
    expect(clock(request, 'resolve')!.dueAt).toBeGreaterThan(clock(before, 'resolve')!.dueAt)
    expect(request.timeline.at(-1)).toMatchObject({ text: expect.stringMatching(/^延到 .*灯具要订货$/) })
  })

  it('is not given more of by the one who asks', async () => {
    const request = await street.move(
      'wang',
      'extend',
      await street.move('wang', 'accept', await street.submitted(texts.lift)),
    )
    const { id, version } = request
    const sent = { id, version, granted: true, text: '同意', token: tokens.next() }
    expect(await street.as('wang').error('request.decideExtension', sent)).toMatchObject({
      code: 'wrongState',
    })
    expect(request.moves).not.toContain('decideExtension')
  })

  it('stays as it was when more is refused, and the resident reads nothing of it', async () => {
    const before = await street.extensionAsked()
    const refused = await street.move('wang', 'decideExtension', before, { granted: false })
    expect(clock(refused, 'resolve')!.dueAt).toBe(clock(before, 'resolve')!.dueAt)
    const { request } = await street.as('zhang').ok(requestService, 'read', { id: before.id })
    expect(request.timeline.map(({ kind }) => kind)).toEqual(['submitted', 'accepted'])
  })
})
