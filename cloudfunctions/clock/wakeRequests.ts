import { wakeRequest } from '../../domain/request/wakeRequest'
import { loadActive } from '../kernel/active'
import { change } from '../kernel/change'
import { requests } from '../kernel/collections/requests'
import type { Database } from '../kernel/database'
import { settle } from '../request/settle'
import { wakeDue } from './wakeDue'

/** Warnings, overdue marks, waits that end, and effects that were left over. Gives how many requests it woke. */
export const wakeRequests = (db: Database, env: string, now: number): Promise<number> =>
  wakeDue(db, requests, now, async id => {
    const active = await loadActive(db, env, now)
    const { street, policies } = active
    const request = await change(db, requests, {
      id,
      permit: () => undefined,
      decide: before => wakeRequest(before, now, { ...policies, posts: street.posts(before.areaIds, now) }),
    })
    await settle({ db, active, now }, request)
  })
