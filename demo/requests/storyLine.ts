import type { Manner, Satisfaction, Solved, Tile } from '../../contract/requestTerms'
import type { Tier } from '../../contract/tiers'
import type { CastId } from '../people/cast'
import type { Scene } from '../pictures/scenes'
import type { Case } from './matters/matter'
import type { Turn } from './turn'

/** One request of the grid of the story: written by hand, so that every screen of the demo has something to show. */
export interface StoryLine {
  who: CastId | 'neighbour'
  tile?: Tile
  scene?: Scene
  photos?: number
  manner: Manner
  where: string
  words: Case
  /** The tier it must get; a test holds the rules to it. */
  tier: Tier
  /** Minutes ago; so many days ago at an hour in China; or such that its resolve clock ends so many hours from now. */
  when: { minutesAgo: number } | { daysAgo: number; hour: number } | { dueInHours: number }
  stop?: 'submitted' | 'accepted' | 'inProgress' | 'resolved'
  note?: string
  /** What the reporter says of each round; one round of silence when absent. */
  said?: readonly (readonly [Solved, Satisfaction, string?])[]
  turns?: readonly Turn[]
}
