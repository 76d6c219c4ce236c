import type { Person } from '../../../domain/account/post'
import { personIdOf } from '../../../domain/id/documentId'
import { castOpenid } from '../../people/cast'
import type { Random } from '../../random'
import { type Around, neighboursOf, planLine } from '../planStory'
import type { Planned } from '../planned'
import { togetherGroups } from './groups'
import type { PlannedTogether } from './replayTogether'

/** The matters of several people in the grid of the story: nobody reports or joins one twice. */
export const planTogether = (random: Random, around: Around): PlannedTogether[] =>
  togetherGroups.map(group => {
    const free = random.shuffled(neighboursOf(around))
    const named = (who: (typeof group.joining)[number]): Person | undefined =>
      who === 'neighbour'
        ? free.pop()
        : around.people.find(({ _id }) => _id === personIdOf(castOpenid(who), around.pepper))
    const plans = [group.main, ...group.others.map(({ line }) => line)].map((line): Planned => ({
      ...planLine(random, line, 0, around),
      ...(line.who === 'neighbour' && { reporterId: free.pop()?._id ?? '' }),
    }))
    const joiners = [...group.joining.map(named), ...free.slice(0, group.joins - group.joining.length)]
    return {
      group,
      plans: plans as [Planned, ...Planned[]],
      joiners: joiners.filter(person => person !== undefined),
    }
  })
