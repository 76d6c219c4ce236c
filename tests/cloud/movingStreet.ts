import { requestService } from '../../contract/request'
import type { RequestMove } from '../../contract/requestTerms'
import type { RequestView } from '../../contract/requestView'
import { middleOf, type Name } from './exampleStreet'
import { openStreet } from './openStreet'
import { tokens } from './tokens'

/** What 张桂芳 reports, by how it is dealt with. */
export const texts = {
  /** Tier B: by the grid member. */
  lamp: '三单元楼道的灯坏了，晚上看不见路',
  /** Tier C: by the block. */
  neighbours: '楼上物业施工太吵',
  /** Tier D: by the community, slowly. */
  lift: '小区想加装电梯，大家都同意',
  /** Tier A as it may be a danger. */
  burning: '楼道里有股烧塑料的味道，找不到哪来的',
}

/** The example street, with ways to bring a report to where a move can be made. */
export const openMovingStreet = async () => {
  const street = await openStreet()
  const submitted = async (text = texts.lamp): Promise<RequestView> =>
    (
      await street.as('zhang').ok(requestService, 'submit', {
        text,
        place: { point: middleOf(1) },
        photos: [],
        token: tokens.next(),
      })
    ).request
  /** Makes a move as somebody on the request as it is now, and gives what it became. */
  const move = async (
    name: Name,
    action: RequestMove,
    { id, version }: RequestView,
    more: object = {},
  ): Promise<RequestView> => {
    const { input } = requestService.actions[action]
    const whole = { id, version, text: '因为…', photos: [], token: tokens.next(), ...more }
    const fields = Object.fromEntries(
      Object.entries(whole).filter(([field]) => field in (input as { shape: object }).shape),
    )
    return (await street.as(name).ok(requestService, action, fields as never)).request as RequestView
  }
  const accepted = async (text = texts.lamp) =>
    move(text === texts.neighbours ? 'lead' : 'chen', 'accept', await submitted(text))
  const extended = async () => {
    const asked = await move('wang', 'extend', await move('wang', 'accept', await submitted(texts.lift)))
    return move('liu', 'decideExtension', asked, { granted: true })
  }
  const lowered = async () => move('chen', 'retier', await submitted(texts.burning), { tier: 'B' })
  return {
    ...street,
    move,
    submitted,
    accepted,
    asked: async () => move('chen', 'askInfo', await accepted()),
    extensionAsked: async () => move('lead', 'extend', await accepted(texts.neighbours)),
    extended,
    suspended: async () => move('wang', 'suspend', await extended()),
    lowered,
    objected: async () => move('zhang', 'object', await lowered()),
    /** How many lines about it somebody has. */
    linesFor: async (name: Name, { id }: RequestView) =>
      (await street.find('inbox', { personId: street.id(name), link: `/pages/request/index?id=${id}` }))
        .length,
  }
}

export type MovingStreet = Awaited<ReturnType<typeof openMovingStreet>>
