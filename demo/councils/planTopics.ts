import type { Council } from '../../domain/council/topic'
import { chinaDate, chinaInstant, day } from '../../domain/time/china'
import type { Random } from '../random'
import { councilMatters, type CouncilMatter } from './matters'

/** One topic before it is replayed. Instants are ms; what lies after now has not happened yet. */
export interface PlannedTopic {
  council: Council
  matter: CouncilMatter
  createdAt: number
  opensAt: number
  closesAt: number
  /** When work begins and ends, in days after the close; never when absent. */
  begins?: number
  finishes?: number
  major: boolean
  /** Share of the roll that votes, and share of those in favour. */
  turnout: number
  favour: number
}

/** Topics of all councils over `days` days, the oldest first; those of the first council are chosen, not left to chance. */
export const planTopics = (
  random: Random,
  { councils, count, days, now }: { councils: readonly Council[]; count: number; days: number; now: number },
): PlannedTopic[] => {
  const [first, ...others] = councils
  if (!first) return []
  const used = new Map<string, CouncilMatter[]>()
  const chosen = storyTopics(random, first, now)
  used.set(
    first._id,
    chosen.map(({ matter }) => matter),
  )
  const rest = Array.from({ length: Math.max(0, count - chosen.length) }, (_, i): PlannedTopic => {
    const council = others[i % others.length] ?? first
    const had = used.get(council._id) ?? []
    const matter = random.pick(councilMatters.filter(candidate => !had.includes(candidate)))
    used.set(council._id, [...had, matter])
    const createdAt = atHour(now - random.integer(1, days) * day, random.integer(9, 20))
    const outcome = random.weighted([
      ['passes', 82],
      ['fails', 9],
      ['few', 9],
    ] as const)
    return {
      council,
      matter,
      ...voting(createdAt, random.integer(4, 10), random.integer(5, 8)),
      ...(random.chance(0.92) && { begins: random.integer(2, 9), finishes: random.integer(14, 60) }),
      major: random.chance(0.2),
      turnout: outcome === 'few' ? 0.3 : 0.9,
      favour: outcome === 'fails' ? 0.3 : 0.88,
    }
  })
  return [...rest, ...chosen].sort((a, b) => a.createdAt - b.createdAt)
}

/** One topic in every state for the council of the story; the vote on the first is open for three more days. */
const storyTopics = (random: Random, council: Council, now: number): PlannedTopic[] => {
  const about = (title: string) => {
    const matter = councilMatters.find(candidate => candidate.title.startsWith(title))
    if (!matter) throw new Error(`No council matter begins with ${title}`)
    return matter
  }
  const topic = (title: string, daysAgo: number, rest: Partial<PlannedTopic> = {}): PlannedTopic => ({
    council,
    matter: about(title),
    ...voting(atHour(now - daysAgo * day, 19), 6, 7),
    major: false,
    turnout: 0.9,
    favour: 0.85,
    ...rest,
  })
  const open = topic('电动车棚', 11, { major: true })
  return [
    { ...open, closesAt: atHour(now + 3 * day, 20), turnout: 0.7, favour: 0.8 },
    topic('中心花园', 2),
    topic('给老旧楼道', 38, { begins: 4 }),
    topic('儿童乐园', 80, { begins: 3, finishes: 24 }),
    topic('空地先做', 55, { favour: 0.1 }),
    topic('把议事会', 66, { turnout: 0.2 }),
    topic('养狗', random.integer(20, 24)),
  ]
}

const voting = (createdAt: number, talk: number, vote: number) => ({
  createdAt,
  opensAt: atHour(createdAt + talk * day, 9),
  closesAt: atHour(createdAt + (talk + vote) * day, 20),
})

/** Some hour in China on the day of an instant, ms. */
const atHour = (at: number, hour: number): number => {
  const { year, month, day: date } = chinaDate(at)
  return chinaInstant(year, month, date, hour * 60)
}
