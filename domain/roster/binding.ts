import { Refusal } from '../../contract/refusal'
import type { BindingProof } from '../../contract/account'
import { errorSentences } from '../../contract/sentences'
import type { StaffActor } from '../account/post'
import { minute } from '../time/china'

/**
 * Which account belongs to an officer, as stored in `bindings` under the officer's id: apart from the versions that imports
 * write, so that neither an import nor an undo ever changes it.
 */
export interface Binding {
  /** The officer. */
  _id: string
  v: 1
  /** Raised when an account is bound or let go. */
  version: number
  rev: number
  /** The account; absent while there is none. */
  personId?: string
  /** Of the one code that may be used now; the code itself is stored nowhere. */
  codeHash?: string
  /** Until when, ms. */
  codeUntil?: number
  events: BindingEvent[]
  /** Of the officer's open requests: up to where they have learnt of the last change. */
  cursor?: string
  /** When `clock` goes on with them, ms; absent once all have. */
  wakeAt?: number
}

/** One line of what happened to a binding. Appended, never edited. */
export interface BindingEvent {
  kind: 'codeMade' | 'bound' | 'released'
  at: number
  /** Whoever is in charge and did it; absent when the account did it itself, or it had to be. */
  by?: StaffActor
  /** The account that was bound or let go. */
  personId?: string
  how?: BindingProof
  reason?: string
  token?: string
}

/** How long a code may be used, ms: long enough to read it out over the telephone and type it in. */
export const codeLasts = 30 * minute

/** How long a call has to go through the open requests by itself, ms. */
const patience = 60_000

/** As it is before anything happened. */
export const unbound = (officerId: string): Binding => ({
  _id: officerId,
  v: 1,
  version: 1,
  rev: 1,
  events: [],
})

interface Charge {
  by: StaffActor
  at: number
  token: string
}

/** A code for one officer; an earlier one is good for nothing from then on. Throws `wrongState` when an account is bound. */
export const withCode = (binding: Binding, codeHash: string, { by, at, token }: Charge): Binding => {
  if (binding.personId !== undefined) {
    throw new Refusal('wrongState', '已经绑定了微信。要换一个微信，请先解除绑定，再给绑定码。')
  }
  return {
    ...binding,
    codeHash,
    codeUntil: at + codeLasts,
    events: [...binding.events, { kind: 'codeMade', at, by, token }],
  }
}

interface Claim {
  personId: string
  /** The hash of the code that was typed in; absent when the phone number was the proof. */
  codeHash?: string
  at: number
  token: string
  /** What to do when another account has it: whom to ask. */
  wayOut: string
}

/**
 * The officer's record in the hands of an account; a code is used up. Throws `wrongState` when another account has it, and
 * `notFound` when the code is not (any more) the one that counts.
 */
export const boundTo = (binding: Binding, { personId, codeHash, at, token, wayOut }: Claim): Binding => {
  if (codeHash !== undefined && !isGood(binding, codeHash, at)) throw new Refusal('notFound', noSuchCode)
  if (binding.personId === personId) return binding
  if (binding.personId !== undefined) {
    throw new Refusal('wrongState', `这个身份已经绑定了别的微信。${wayOut}`)
  }
  const { codeHash: _hash, codeUntil: _until, ...rest } = binding
  const how = codeHash === undefined ? 'phone' : 'code'
  return changed(rest, { kind: 'bound', at, personId, how, token }, personId)
}

/** Said of a code that was never given, is used up or too old: which of these is nobody's business. */
export const noSuchCode = '这个绑定码不对，或者已经过期、用过了。请核对一下，或者请同事重新给一个。'

/** Whether a code may be used on this record at `at`, ms. */
export const isGood = ({ codeHash, codeUntil = 0 }: Binding, hash: string, at: number): boolean =>
  codeHash === hash && at < codeUntil

/** Whoever had it has it no more. Throws `wrongState` when nobody has. */
export const released = (
  binding: Binding,
  { at, ...more }: { at: number } & Pick<BindingEvent, 'by' | 'reason' | 'token'>,
): Binding => {
  const { personId, ...rest } = binding
  if (personId === undefined) throw new Refusal('wrongState', errorSentences.wrongState)
  return changed(rest, { kind: 'released', at, personId, ...more })
}

/** Every open request of the officer has to learn of it, from the first on. */
const changed = (
  { personId: _before, cursor: _cursor, ...rest }: Binding,
  event: BindingEvent,
  personId?: string,
): Binding => ({
  ...rest,
  ...(personId !== undefined && { personId }),
  version: rest.version + 1,
  events: [...rest.events, event],
  cursor: '',
  wakeAt: event.at + patience,
})
