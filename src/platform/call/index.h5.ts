import { Offline } from '../offline'

/** How long a call may take before the network counts as gone, ms. */
const patience = 15_000

/** Calls a cloud function with an event; gives what its `main` returned. Throws `Offline` when there is no way through. */
export const callFunction = async (name: string, event: unknown): Promise<unknown> => {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), patience)
  try {
    const response = await fetch(`/_cloud/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(event),
      signal: controller.signal,
    })
    const { result, errMsg } = (await response.json()) as { result?: unknown; errMsg?: string }
    if (result === undefined) throw new Error(errMsg ?? `the cloud answered ${response.status}`)
    return result
  } catch (error) {
    throw new Offline(error)
  } finally {
    clearTimeout(timer)
  }
}
