/**
 * Every error code that can cross the wire, with the one line on when it happens.
 * A closed list: an action names the ones it can answer with, and the functions never send another.
 */
export const errorCodes = {
  invalid: 'The input does not fit the action; `field` names the part and `message` says how to mend it.',
  notFound: 'There is no such thing, or it is not for this person: the two are never told apart.',
  conflict: 'Somebody changed it since the screen was drawn; `current` is what it looks like now.',
  wrongState: 'The request or topic is not in a state in which this can be done.',
  alreadyVoted: 'This councillor has voted on this topic, and the rule does not let a ballot be changed.',
  voteClosed: 'The vote is not open: it has not begun, or its closing time has passed.',
  notOnRoll: 'The person is not on the roll of voters that was fixed when the vote opened.',
  historyFull: 'The history of a request has reached its limit (200 events, 64 KB).',
  tooMany: 'The person has sent too many of these in a short time.',
  tooOld: 'The app on the phone is older than the cloud still understands.',
  unknownAction: 'No service has an action of this name.',
  busy: 'Others kept changing the same thing; nothing was saved, and trying again is safe.',
  internal: 'Something broke on our side; `id` finds it in the log. Nothing else is said.',
} as const

export type ErrorCode = keyof typeof errorCodes

/** Codes that any action may answer with; an action lists only its own beside these. */
export const commonErrors = [
  'invalid',
  'notFound',
  'tooOld',
  'unknownAction',
  'busy',
  'internal',
] as const satisfies readonly ErrorCode[]

/** What the phone learns about a failure. */
export interface WireError {
  code: ErrorCode
  /** A Chinese sentence for the person, with what to do next. */
  message: string
  /** Dotted path of the input that was refused, when one was. */
  field?: string
  /** Finds the call in the log. */
  id: string
  /** With `conflict`: the thing as it is now, in the shape of the action's output. */
  current?: unknown
}
