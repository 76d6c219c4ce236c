import { Refusal } from '../../contract/refusal'
import type { Post } from '../../domain/account/post'
import type { Clock } from '../../domain/deadline/clock'
import { confirmRequest } from '../../domain/request/confirmRequest'
import {
  acceptRequest,
  type OfficerDoing,
  replyToRequest,
  resolveRequest,
} from '../../domain/request/handleRequest'
import type { Actor, Request, StoredPhoto } from '../../domain/request/request'
import { officerOf, routeTo } from '../../domain/request/routeTo'
import { wakeRequest } from '../../domain/request/wakeRequest'
import { routeOf } from '../../domain/triage/triage'
import type { Random } from '../random'
import { atWork } from './atWork'
import { chanceTurns } from './chanceTurns'
import type { Planned, Round } from './planned'
import { report } from './report'
import { settle } from './settle'
import type { Turn } from './turn'
import { turns } from './turns'
import type { World } from './world'

const minute = 60_000
const hour = 60 * minute

/** Accepting and a first word are done on the phone, on days off too; what needs a visit waits for service hours. */
const fromHome: Post['duty'] = { days: [1, 2, 3, 4, 5, 6, 7], from: 8 * 60, to: 22 * 60 }

/** One request as it comes to be, step by step. */
export class History {
  request: Request
  /** Accounts that joined it. */
  followers: string[] = []

  constructor(
    private readonly world: World,
    private readonly planned: Planned,
    private readonly random: Random,
  ) {
    this.request = this.save(report(world, planned, this.token()), planned.at)
  }

  /** One round from acceptance to the reporter's word; false when it got no further than `stop`, `now` or the end. */
  work(round: Round): boolean {
    const { stop, words, note } = this.planned
    const { by, duty } = this.whoActs()
    const { clocks } = this.request
    const doing = (at: number) => ({ by, at, token: this.token() })
    const reply = { text: words[1], photos: [] }
    const steps: [stage: Planned['stop'], step: () => boolean][] = [
      [
        'submitted',
        () =>
          this.do(this.soon(firstDue(clocks), round.accept, fromHome), (request, at) =>
            acceptRequest(request, doing(at), this.world.policies),
          ),
      ],
      [
        'accepted',
        () =>
          this.do(this.soon(clocks.reply, round.reply, fromHome), (request, at) =>
            replyToRequest(request, doing(at), reply, this.world.policies),
          ) &&
          this.add(note) &&
          this.takeTurns(),
      ],
      [
        'inProgress',
        () =>
          this.request.status !== 'suspended' &&
          this.do(this.soon(this.request.clocks.resolve, round.resolve, duty), (request, at) =>
            this.resolve(request, doing(at)),
          ),
      ],
      ['resolved', () => this.hear(round)],
    ]
    return steps.every(([stage, step]) => stage !== stop && step())
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

  private resolve(request: Request, doing: OfficerDoing): Request {
    const { matter, words } = this.planned
    const photos = matter.scene && this.random.chance(0.6) ? this.world.album.uploads(doing.token, 1) : []
    const text = request.reopenedTimes > 0 ? `又去了一趟，把剩下的也弄好了。${words[2]}` : words[2]
    return resolveRequest(request, doing, { text, manner: matter.manner, photos }, this.world.policies)
  }

  /** What happens between the first word and the end of the first round; false when it lies in the future. */
  private takeTurns(): boolean {
    const { turns: planned, matter, planted } = this.planned
    if (this.request.reopenedTimes > 0 || planted) return true
    const chance = () => chanceTurns(this.random.branch('turns'), this.request, matter, this.world.policies)
    // What chance wants may be too late by now; what was planned must be possible.
    return planned
      ? planned.every(turn => this.take(turn))
      : chance().every(turn => orSkip(() => this.take(turn)))
  }

  private take(turn: Turn): boolean {
    const { by, decide } = turns[turn.move]
    const soonest = this.last() + turn.after * hour + this.random.integer(1, 20) * minute
    const at = by === 'reporter' ? soonest : atWork(fromHome, soonest, this.random.integer(3, 40) * minute)
    const who = {
      reporter: () => this.reporter(),
      handler: () => this.whoActs().by,
      overseer: () => this.overseer(at),
    }
    return this.do(at, (request, now) =>
      decide(request, { by: who[by]() as OfficerDoing['by'], at: now, token: this.token() }, turn, {
        ...this.world.policies,
        posts: this.world.street.posts(request.areaIds, now),
        overseers: this.overseers(now),
      }),
    )
  }

  /** Somebody above, who has not had a hand in it where there is such a one. */
  private overseer(at: number): Actor {
    const overseers = this.overseers(at)
    const hands = new Set(this.request.events.map(({ by }) => by.officer?.officerId))
    const above = this.world.street
      .posts(this.request.areaIds, at)
      .filter(({ personId }) => personId && overseers.includes(personId))
    const post = above.find(({ officerId }) => !hands.has(officerId)) ?? above[0]
    if (!post?.personId) throw new Error(`Nobody oversees ${this.request.gridId}`)
    return { kind: 'officer', personId: post.personId, officer: officerOf(post) }
  }

  /** The reporter adds something while waiting. */
  private add(text: string | undefined): boolean {
    if (!text) return true
    return this.do(this.last() + this.random.integer(30, 300) * minute, (request, at) =>
      replyToRequest(
        request,
        { by: this.reporter(), at, token: this.token() },
        { text, photos: [] },
        this.world.policies,
      ),
    )
  }

  /** The reporter's word; true when it opens another round. */
  private hear({ verdict, confirm }: Round): boolean {
    if (verdict === 'silent') return false
    const heard = this.do(this.moment(this.request.clocks.confirm, confirm), (request, at) =>
      confirmRequest(request, { by: this.reporter(), at, token: this.token() }, verdict, {
        ...this.world.policies,
        overseers: this.overseers(at),
      }),
    )
    return heard && this.request.status === 'reopened'
  }

  /** Makes one decision at its time; false when that lies in the future. */
  do(at: number, decide: (request: Request, at: number) => Request): boolean {
    if (at > this.world.now) return false
    this.wakeUntil(at)
    const decided = decide(this.request, at)
    this.request = this.save({ ...decided, rev: decided.rev + 1 }, at)
    return true
  }

  private save(request: Request, at: number): Request {
    const { scene } = this.planned.matter
    const keep = (photo: StoredPhoto) => {
      const mended = !request.photos.some(({ id }) => id === photo.id)
      return this.world.album.keep(request._id, photo, scene ?? 'wall', mended)
    }
    return settle(request, at, { keep, tell: this.world.tell, followers: this.followers })
  }

  /** The one along the route who has the app. */
  whoActs(): { by: OfficerDoing['by']; duty: Post['duty'] } {
    const posts = this.world.street
      .posts(this.request.areaIds, this.last())
      .filter(({ personId }) => personId)
    const { tier, triage } = this.request
    const route = tier === triage.tier ? triage.route : routeOf[tier]
    const post = routeTo(route, posts, this.last())
    if (!post?.personId) throw new Error(`Nobody looks after ${this.request.gridId}`)
    return {
      by: { kind: 'officer', personId: post.personId, officer: officerOf(post) },
      duty: post.duty,
    }
  }

  reporter() {
    return { kind: 'reporter' as const, personId: this.request.reporterId }
  }

  /** So far into a clock, in the hours given unless there is danger. */
  private soon(clock: Clock | undefined, part: number, hours: Post['duty']): number {
    const at = this.moment(clock, part)
    return this.request.tier === 'A' ? at : atWork(hours, at, this.random.integer(3, 40) * minute)
  }

  /** So far into a clock, and a little after what happened last. */
  private moment(clock: Clock | undefined, part: number): number {
    const earliest = this.last() + this.random.integer(2, this.request.tier === 'A' ? 9 : 50) * minute
    return Math.max(
      earliest,
      clock ? Math.round(clock.startedAt + part * (clock.dueAt - clock.startedAt)) : 0,
    )
  }

  overseers(at: number): string[] {
    return this.world.street.holders('request.oversee', this.request.areaIds, at)
  }

  last(): number {
    return this.request.events.at(-1)?.at ?? this.request.createdAt
  }

  token(): string {
    return this.random.hex(32)
  }
}

/** Accepting comes before the first word, so it must be in time for both clocks. */
const firstDue = ({ accept, reply }: Request['clocks']): Clock | undefined =>
  accept && reply && reply.dueAt < accept.dueAt ? reply : accept

/** What is not possible now does not happen, and what comes after it goes on. */
const orSkip = (step: () => boolean): boolean => {
  try {
    return step()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'wrongState') return true
    throw error
  }
}
