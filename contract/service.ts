import type { ErrorCode } from './errors'
import { token } from './ids'
import type { Permission } from './permissions'
import * as z from './zod'

type Fields = Record<string, z.core.$ZodType>

/**
 * Who an action is for.
 * - `public`: anyone who opened the app.
 * - `self`: anyone, about what is their own.
 * - `area`: whoever holds `permission` on the area that the input names or that is theirs.
 * - `document`: the handler asks `ctx.permit` for the loaded document; the kernel fails a handler that does not.
 */
export type Scope = 'public' | 'self' | 'area' | 'document'

interface ActionFields {
  scope: Scope
  /** The permission an officer needs; its own reporter, voter or owner may be let in by the handler besides. */
  permission?: Permission
  /** Codes this action can answer with, beside the common ones. */
  errors?: readonly ErrorCode[]
}

export interface ActionSpec<
  Input extends z.core.$ZodType = z.core.$ZodType,
  Output extends z.core.$ZodType = z.core.$ZodType,
> extends ActionFields {
  mutates: boolean
  input: Input
  output: Output
}

/** An action that changes nothing. */
export const query = <I extends Fields, O extends Fields>(spec: ActionFields & { input: I; output: O }) => ({
  ...spec,
  mutates: false as const,
  input: z.strictObject(spec.input),
  output: z.object(spec.output),
})

/**
 * An action that changes something. Its input always carries a `token` made on the phone:
 * the same token sent twice gives the first answer and changes nothing again.
 */
export const mutation = <I extends Fields, O extends Fields>(
  spec: ActionFields & { input: I; output: O },
) => ({
  ...spec,
  mutates: true as const,
  input: z.strictObject({ ...spec.input, token }),
  output: z.object(spec.output),
})

export interface Service<
  Name extends string = string,
  Actions extends Record<string, ActionSpec> = Record<string, ActionSpec>,
> {
  name: Name
  actions: Actions
  /** The deployed function that answers it. */
  fn: string
}

/**
 * One service: the actions that phone and cloud agree on. The phone's client and the functions' handlers
 * are both typed from the value this returns, so a name is written once.
 *
 * @example
 * const noteService = defineService('note', {
 *   read: query({ scope: 'self', input: { id: z.string() }, output: { text: z.string() } }),
 * })
 */
export const defineService = <Name extends string, Actions extends Record<string, ActionSpec>>(
  name: Name,
  actions: Actions,
  fn = 'api',
): Service<Name, Actions> => ({ name, actions, fn })

type ActionOf<S extends Service, K extends keyof S['actions']> = S['actions'][K]

/** What the phone sends for one action. */
export type InputOf<S extends Service, K extends keyof S['actions']> = z.infer<ActionOf<S, K>['input']>

/** What the cloud answers for one action. */
export type OutputOf<S extends Service, K extends keyof S['actions']> = z.infer<ActionOf<S, K>['output']>
