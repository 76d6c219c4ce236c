import { care } from './care'
import type { Matter } from './matter'
import { neighbours } from './neighbours'
import { noise } from './noise'
import { other } from './other'
import { parkingAndRoad } from './parkingAndRoad'
import { rubbish } from './rubbish'
import { stairsAndLift } from './stairsAndLift'
import { utilities } from './utilities'

/** Everything that residents of the demo street report. */
export const matters: readonly Matter[] = [
  ...utilities,
  ...stairsAndLift,
  ...rubbish,
  ...noise,
  ...parkingAndRoad,
  ...neighbours,
  ...care,
  ...other,
]
