import type { InputOf, OutputOf, Service } from '../../contract/service'
import type { Call } from './call'

/** The function behind one action: its input has been validated. */
export type Handler<S extends Service, K extends keyof S['actions']> = (
  call: Call,
  input: InputOf<S, K>,
) => Promise<OutputOf<S, K>>

export interface Implementation {
  service: Service
  handlers: Record<string, (call: Call, input: never) => Promise<unknown>>
}

/** Joins a service with its handlers; the compiler refuses when one is missing or does not fit. */
export const implement = <S extends Service>(
  service: S,
  handlers: { [K in keyof S['actions']]: Handler<S, K> },
): Implementation => ({ service, handlers: handlers as Implementation['handlers'] })
