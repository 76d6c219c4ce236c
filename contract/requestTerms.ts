import * as z from './zod'

/** The eight tiles offered after the sentence; choosing none is fine. Staff categories are mapped from them. */
export const tiles = [
  'utilities',
  'stairsAndLift',
  'rubbish',
  'noise',
  'parkingAndRoad',
  'neighbours',
  'care',
  'other',
] as const
export type Tile = (typeof tiles)[number]

export const tileWords: Record<Tile, string> = {
  utilities: '漏水停水停电',
  stairsAndLift: '楼道电梯',
  rubbish: '垃圾',
  noise: '噪音',
  parkingAndRoad: '停车道路',
  neighbours: '邻里矛盾',
  care: '帮老人孩子',
  other: '其他',
}

/**
 * Who brings a matter: the resident; a grid member who found it on a round (巡查发现); an officer who takes it down for
 * somebody at the counter or on the phone (代居民登记); the city's hotline that passes it on (热线转办).
 */
export const sources = ['resident', 'patrol', 'onBehalf', 'hotline'] as const
export type Source = (typeof sources)[number]

export const sourceWords: Record<Source, string> = {
  resident: '居民反映',
  patrol: '巡查发现',
  onBehalf: '代居民登记',
  hotline: '热线转办',
}

/** Who may be named beside the resident, by officers who may record. */
export const broughtBy = ['patrol', 'onBehalf', 'hotline'] as const satisfies readonly Source[]
export type Brought = (typeof broughtBy)[number]

/** What a matter is called where it came from: a hotline's work order, and by when that wants it done (ms). */
export const external = z.strictObject({
  /** 12345, 民意速办 … */
  system: z.string().check(z.trim(), z.minLength(2), z.maxLength(20)),
  number: z.string().check(z.trim(), z.regex(/^[0-9A-Za-z-]{4,40}$/)),
  due: z.optional(z.int()),
})
export type External = z.infer<typeof external>

export const textLeast = 5
export const textMost = 1000
/** What a resident says. */
export const sentence = z.string().check(z.trim(), z.minLength(textLeast), z.maxLength(textMost))
/** A word of an officer or of a resident. */
export const note = z.string().check(z.trim(), z.minLength(1), z.maxLength(textMost))
/**
 * Clocks that can run on a request, each with a due time. `danger`: by when a person judges a danger the machine was
 * unsure of; `onSite` and `controlled`: of danger; `progress`: the next word to the resident; `answer`: the resident's,
 * when asked for more; `review`: of what was set aside (挂账); `objection`: the answer to one.
 */
export const clockNames = [
  'accept',
  'danger',
  'reply',
  'onSite',
  'controlled',
  'resolve',
  'progress',
  'review',
  'objection',
  'answer',
  'confirm',
] as const
export type ClockName = (typeof clockNames)[number]

/** What an officer can report reached, of a danger. */
export const milestones = ['onSite', 'controlled'] as const satisfies readonly ClockName[]
export type Milestone = (typeof milestones)[number]

/** How a request was settled: 帮助 (a hand was lent) or 干预 (somebody stepped in). */
export const manners = ['help', 'intervene'] as const
export type Manner = (typeof manners)[number]

export const solvedAnswers = ['yes', 'partly', 'no'] as const
export type Solved = (typeof solvedAnswers)[number]

export const satisfactions = ['good', 'fair', 'poor'] as const
export type Satisfaction = (typeof satisfactions)[number]

/** What happened, one kind for each line a timeline can have. */
export const eventKinds = [
  'submitted',
  'accepted',
  'replied',
  'resolved',
  'confirmed',
  'reopened',
  'warned',
  'overdue',
  'escalated',
  'closedNoAnswer',
  'dangerConfirmed',
  'infoAsked',
  'infoAnswered',
  'infoMissed',
  'extensionAsked',
  'extended',
  'extensionRefused',
  'suspended',
  'resumed',
  'retiered',
  'objected',
  'objectionAnswered',
  'callbackDue',
  'handedOver',
  'rehomed',
  'crowded',
  'merged',
  'unmerged',
  'tookIn',
  'letGo',
] as const
export type EventKind = (typeof eventKinds)[number]

/** What this person may do to the request now; the screen shows a button for each. */
export const requestMoves = [
  'confirmDanger',
  'accept',
  'answerInfo',
  'answerObjection',
  'decideExtension',
  'reply',
  'askInfo',
  'extend',
  'retier',
  'suspend',
  'resume',
  'object',
  'resolve',
  'confirm',
  'merge',
  'unmerge',
] as const
export type RequestMove = (typeof requestMoves)[number]
