/** Handling tiers, most urgent first. Residents see the words, never the letter. Source: docs/glossary.md, domain rules of the street. */
export const tiers = ['A', 'B', 'C', 'D'] as const
export type Tier = (typeof tiers)[number]

/** The words of each tier, for residents and for staff. */
export const tierWords: Record<Tier, { resident: string; staff: string }> = {
  A: { resident: '急事马上办', staff: 'A 急事' },
  B: { resident: '网格员来办', staff: 'B 网格办' },
  C: { resident: '街区一起办', staff: 'C 街区联办' },
  D: { resident: '街道牵头办', staff: 'D 统筹办' },
}
