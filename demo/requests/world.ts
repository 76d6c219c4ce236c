import type { Street } from '../../domain/area/street'
import type { Policies } from '../../domain/policy/policies'
import type { Album } from '../pictures/album'
import type { Random } from '../random'
import type { Told } from './settle'

/** What a replay needs to know of the street. */
export interface World {
  street: Street
  policies: Policies
  album: Album
  random: Random
  /** Where the fake clock ends, ms. */
  now: number
  /** Hears everything anybody is told. */
  tell: (told: Told) => void
}
