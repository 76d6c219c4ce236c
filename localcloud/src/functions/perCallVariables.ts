import { currentCall } from './currentCall'

const variable = (name: string | symbol): string | undefined =>
  typeof name === 'string' ? currentCall.getStore()?.variables[name] : undefined

/** Has `process.env` show each call its own variables, and beside them what the process has. */
export const givePerCallVariables = (): void => {
  process.env = new Proxy(process.env, {
    get: (target, name) => variable(name) ?? target[name as string],
    has: (target, name) => variable(name) !== undefined || name in target,
    // The call's own variables are gone with the call; what a function sets stays, as in an instance of its own.
    set: (target, name, value) => {
      target[name as string] = String(value)
      return true
    },
    ownKeys: target => [
      ...new Set([...Reflect.ownKeys(target), ...Object.keys(currentCall.getStore()?.variables ?? {})]),
    ],
    getOwnPropertyDescriptor: (target, name) => {
      const value = variable(name) ?? target[name as string]
      return value === undefined ? undefined : { value, enumerable: true, configurable: true, writable: true }
    },
  })
}
