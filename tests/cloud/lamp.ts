import { requestService } from '../../contract/request'
import type { RequestView } from '../../contract/requestView'
import { middleOf } from './exampleStreet'
import type { OpenStreet } from './openStreet'
import { tokens } from './tokens'

/** What 张桂芳 reports in grid 1. */
export const lamp = {
  text: '三单元楼道的灯坏了，晚上看不见路',
  place: { point: middleOf(1) },
  photos: [] as string[],
}

/** Her report, just come in. */
export const submitLamp = async (
  street: OpenStreet,
  changes: Partial<typeof lamp> = {},
): Promise<RequestView> =>
  (await street.as('zhang').ok(requestService, 'submit', { ...lamp, ...changes, token: tokens.next() }))
    .request

/** Her report, which 陈志强 accepted and has done. */
export const resolveLamp = async (street: OpenStreet): Promise<RequestView> => {
  const { id } = await submitLamp(street)
  const chen = street.as('chen')
  const accepted = await chen.ok(requestService, 'accept', { id, version: 1, token: tokens.next() })
  const { request } = await chen.ok(requestService, 'resolve', {
    id,
    version: accepted.request.version,
    text: '换了新灯泡',
    manner: 'help',
    photos: [],
    token: tokens.next(),
  })
  return request
}
