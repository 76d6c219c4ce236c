import { rosterService } from '../../contract/roster'
import { day, startOfDay } from '../../domain/time/china'
import type { OpenStreet } from './openStreet'
import { tokens } from './tokens'

/** Midnight of the day on which the tests began, ms. */
export const today = startOfDay(Date.now())
/** Seven days from then. */
export const week = { from: today, to: today + 7 * day }

/** 陈志强 enters leave for the week; 周敏 stands in unless told otherwise. */
export const chenAway = async (street: OpenStreet, more: { coverId?: string } = { coverId: 'o-zhou' }) => {
  const input = { ...week, ...more, token: tokens.next() }
  return (await street.as('chen').ok(rosterService, 'setLeave', input)).leave
}
