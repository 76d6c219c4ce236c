import type { Views } from '../gateway/consoleViews'

const ask = async (path: string, init?: RequestInit): Promise<unknown> => {
  const response = await fetch(path, init)
  const body = (await response.json()) as { error?: string }
  if (!response.ok) throw new Error(body.error ?? `${response.status}`)
  return body
}

/** What the views and buttons ask of the local cloud, in one environment. */
export interface Cloud {
  view: <Name extends keyof Views>(name: Name, asked?: Record<string, string>) => Promise<Views[Name]>
  change: (name: 'timer' | 'faults' | 'clock', body: object) => Promise<unknown>
}

/** The local cloud as seen from an environment; the first one when none is named. */
export const cloudOf = (env: string): Cloud => ({
  view: async <Name extends keyof Views>(name: Name, asked: Record<string, string> = {}) =>
    (await ask(
      `/_cloud/console/view/${name}?${new URLSearchParams({ ...(env && { env }), ...asked }).toString()}`,
    )) as Views[Name],
  change: (name, body) =>
    ask(`/_cloud/console/change/${name}?${new URLSearchParams({ env }).toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
})
