import type { Post } from '../../domain/account/post'
import type { Clock } from '../../domain/deadline/clock'
import type { Request, StoredPhoto } from '../../domain/request/request'
import { wakeRequest } from '../../domain/request/wakeRequest'
import { minute } from '../../domain/time/china'
import type { Random } from '../random'
import { atWork } from './atWork'
import type { Planned } from './planned'
import { report } from './report'
import { settle } from './settle'
import type { World } from './world'

/** One request as it comes to be: every decision is made at its time, and the clock function looks in between. */
export class History {
  request: Request
  /** Accounts that joined it. */
  followers: string[] = []

  constructor(
    readonly world: World,
    readonly planned: Planned,
    readonly random: Random,
  ) {
    this.request = this.save(report(world, planned, this.token()), planned.at)
  }

  /** Makes one decision at its time; false when that lies in the future. */
  do(at: number, decide: (request: Request, at: number) => Request): boolean {
    if (at > this.world.now) return false
    this.wakeUntil(at)
    const decided = decide(this.request, at)
    this.request = this.save({ ...decided, rev: decided.rev + 1 }, at)
    return true
  }

  /** Lets time pass: the clock function looks once a minute. */
  wakeUntil(at: number): void {
    for (;;) {
      const { wakeAt } = this.request
      const woken =
        wakeAt === undefined ? Infinity : Math.max(this.last(), Math.ceil(wakeAt / minute) * minute)
      if (woken > at) return
      const next = wakeRequest(this.request, woken, {
        ...this.world.policies,
        posts: this.world.street.posts(this.request.areaIds, woken),
      })
      if (next === this.request) throw new Error(`Request ${this.request._id} wakes at ${wakeAt} for nothing`)
      this.request = this.save({ ...next, rev: next.rev + 1 }, woken)
    }
  }

  private save(request: Request, at: number): Request {
    const { scene } = this.planned.matter
    const keep = (photo: StoredPhoto) => {
      const mended = !request.photos.some(({ id }) => id === photo.id)
      return this.world.album.keep(request._id, photo, scene ?? 'wall', mended)
    }
    return settle(request, at, { keep, tell: this.world.tell, followers: this.followers })
  }

  /** So far into a clock, in the hours given unless there is danger. */
  soon(clock: Clock | undefined, part: number, hours: Post['duty']): number {
    const at = this.moment(clock, part)
    return this.request.tier === 'A' ? at : atWork(hours, at, this.random.integer(3, 40) * minute)
  }

  /** So far into a clock, and a little after what happened last. */
  moment(clock: Clock | undefined, part: number): number {
    const earliest = this.last() + this.random.integer(2, this.request.tier === 'A' ? 9 : 50) * minute
    return Math.max(
      earliest,
      clock ? Math.round(clock.startedAt + part * (clock.dueAt - clock.startedAt)) : 0,
    )
  }

  /** When anything happened last, ms. */
  last(): number {
    return this.request.events.at(-1)?.at ?? this.request.createdAt
  }

  /** What a phone would make for one call. */
  token(): string {
    return this.random.hex(32)
  }
}
