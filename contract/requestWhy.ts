import * as z from './zod'

/** How far an answer is to be trusted. */
export const trusts = ['firm', 'fair', 'weak'] as const
export type Trust = (typeof trusts)[number]

export const trustWords: Record<Trust, string> = {
  firm: '很有把握',
  fair: '有些把握',
  weak: '没有把握，请人看一看',
}

/** A rule beside the one that decided, and the words it saw. `say`: its sentence, while the policy in force has it. */
const besideRule = {
  rule: z.string(),
  say: z.optional(z.string()),
  words: z.array(z.string()),
}

/** For staff: how the machine came to what it proposed, whatever people made of it since. */
export const requestWhy = z.object({
  /** What it proposed, in words, and how far each is to be trusted. */
  answers: z.array(
    z.object({ what: z.enum(['tier', 'category', 'type']), is: z.string(), trust: z.enum(trusts) }),
  ),
  /** The rule that decided; absent when the trained model did. */
  rule: z.optional(z.string()),
  say: z.string(),
  words: z.array(z.string()),
  /** Rules that fit as well. */
  also: z.array(z.object(besideRule)),
  /** Rules that saw their words and yet did not fit, with what was missing. */
  near: z.array(z.object({ ...besideRule, missing: z.string() })),
  policy: z.string(),
  model: z.string(),
})
export type RequestWhy = z.infer<typeof requestWhy>
