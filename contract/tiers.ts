/** Handling tiers, most urgent first. What they are called is the policy `tiers`. */
export const tiers = ['A', 'B', 'C', 'D'] as const
export type Tier = (typeof tiers)[number]
