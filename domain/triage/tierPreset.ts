import { type Tier, tiers } from '../../contract/tiers'
import * as z from '../../contract/zod'
import type { TriageDecision } from './decide'
import { type Level, levels } from './triagePolicy'

/** What the letters mean in a street: each level of coordination has one, and danger has one of its own or is a flag. */
export interface TierPreset {
  id: string
  source: string
  /** `letter`: danger has a letter of its own; `flag`: it stands beside the letter of the level. */
  urgent: 'letter' | 'flag'
  letters: Record<Tier, { levels: (Level | 'danger')[]; resident: string; staff: string }>
}

/** A request under a preset. */
export interface Lettered {
  letter: Tier
  /** Somebody has to come now, whatever the letter. */
  urgent: boolean
  resident: string
  staff: string
}

const letter = z.strictObject({
  levels: z.array(z.enum([...levels, 'danger'])),
  resident: z.string().check(z.minLength(2)),
  staff: z.string().check(z.minLength(1)),
})

/** What a published preset has to look like: each level under exactly one letter, danger under one or under none. */
export const tierPreset: z.ZodMiniType<TierPreset> = z
  .strictObject({
    id: z.string(),
    source: z.string(),
    urgent: z.enum(['letter', 'flag']),
    letters: z.strictObject({ A: letter, B: letter, C: letter, D: letter }),
  })
  .check(
    z.superRefine(({ letters, urgent }, context) => {
      const given = tiers.flatMap(tier => letters[tier].levels)
      const times = (level: Level | 'danger') => given.filter(one => one === level).length
      for (const level of levels)
        if (times(level) !== 1) context.addIssue(`${level} needs exactly one letter`)
      if (times('danger') !== Number(urgent === 'letter'))
        context.addIssue('danger has a letter of its own exactly when it is no flag')
    }),
  )

/** The letter of a decision under a preset. Tiers, clocks and routes do not change with it: only what is shown does. */
export const letterOf = (
  { tier, level }: Pick<TriageDecision, 'tier' | 'level'>,
  preset: TierPreset,
): Lettered => {
  const isUrgent = tier === 'A'
  const sought = isUrgent && preset.urgent === 'letter' ? 'danger' : level
  const letter = tiers.find(one => preset.letters[one].levels.includes(sought)) ?? 'D'
  const { resident, staff } = preset.letters[letter]
  return { letter, urgent: isUrgent, resident, staff }
}
