/** What every form of a policy gets: the policy as it is now, and where to put the next one. */
export interface FormProps<Policy> {
  policy: Policy
  onChange: (policy: Policy) => void
  /** What is wrong at a place of the policy or below it: `tiers.B.accept`; undefined when nothing is. */
  wrong: (place: string) => string | undefined
}

/** Whether the field an error names (`body.tiers.B.accept.length`) is a place of the policy or lies below it. */
export const liesAt = (field: string | undefined, place: string): boolean =>
  field === `body.${place}` || !!field?.startsWith(`body.${place}.`)
