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
  /** What the four ways of handling are called, whatever letter stands on them: the choices of an officer, and history. */
  words: Record<Tier, TierWords>
  letters: Record<Tier, { levels: (Level | 'danger')[]; resident: string; staff: string }>
}

/** Residents read no letters: nobody wants to be a D. */
interface TierWords {
  resident: string
  staff: string
}

/** A request under a preset. */
export interface Lettered extends TierWords {
  letter: Tier
  /** Somebody has to come now, whatever the letter. */
  urgent: boolean
}

const tierWords = {
  resident: z.string().check(z.minLength(2), z.maxLength(8)),
  staff: z.string().check(z.minLength(1), z.maxLength(10)),
}
const levelWords: Record<Level, string> = {
  grid: '网格',
  block: '街区',
  community: '社区',
  street: '街道',
  district: '区里',
}
const ofTiers = <T extends z.ZodMiniType>(one: T) => z.strictObject({ A: one, B: one, C: one, D: one })

/** What a published preset has to look like: each level under exactly one letter, danger under one or under none. */
export const tierPreset: z.ZodMiniType<TierPreset> = z
  .strictObject({
    id: z.string(),
    source: z.string(),
    urgent: z.enum(['letter', 'flag']),
    words: ofTiers(z.strictObject(tierWords)),
    letters: ofTiers(z.strictObject({ levels: z.array(z.enum([...levels, 'danger'])), ...tierWords })),
  })
  .check(
    z.superRefine(({ letters, urgent }, context) => {
      const given = tiers.flatMap(tier => letters[tier].levels)
      const times = (level: Level | 'danger') => given.filter(one => one === level).length
      for (const level of levels)
        if (times(level) !== 1) context.addIssue(`里每一层都要归一个级别，而且只归一个：${levelWords[level]}`)
      if (times('danger') !== Number(urgent === 'letter'))
        context.addIssue('里急事单独一级时要有一个级别，另外标时不能有')
    }),
  )

/** What officers read for the four ways of handling. */
export const staffTierWords = ({ words }: Pick<TierPreset, 'words'>): { tier: Tier; words: string }[] =>
  tiers.map(tier => ({ tier, words: words[tier].staff }))

interface Tiered {
  /** In force now. */
  tier: Tier
  triage: Pick<TriageDecision, 'tier' | 'level'>
}

/**
 * The letter of a matter under a preset. Tiers, clocks and routes do not change with it: only what is shown does. With a
 * danger that is no letter, the words say so beside it.
 */
export const letterOf = (matter: Tiered, preset: TierPreset): Lettered => {
  const urgent = matter.tier === 'A'
  const hasLetter = urgent && preset.urgent === 'letter'
  const sought = hasLetter ? 'danger' : levelNow(matter)
  const letter = tiers.find(one => preset.letters[one].levels.includes(sought)) ?? 'D'
  const { resident, staff } = preset.letters[letter]
  if (!urgent || hasLetter) return { letter, urgent, resident, staff }
  const danger = preset.words.A
  return { letter, urgent, resident: danger.resident, staff: `${danger.staff} · ${staff}` }
}

/** Where people have put it in another tier, the level that tier begins with is the one that leads. */
const levelNow = ({ tier, triage }: Tiered): Level =>
  tier === triage.tier || tier === 'A' ? triage.level : firstLevel[tier]

const firstLevel = { B: 'grid', C: 'block', D: 'street' } as const
