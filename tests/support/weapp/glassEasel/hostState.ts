/** What `buildHost` puts into the page: the built mini program. */
interface BuiltApp {
  json: Record<string, { usingComponents?: Record<string, string> }>
  scripts: Record<string, string>
  /** Compiled by glass-easel's compiler. */
  templates: Record<string, unknown>
}

/** An app or a page, with the handlers it has. */
export type Handlers = Record<string, (...given: unknown[]) => unknown>

/** An open page. */
export interface Opened {
  page: Handlers
  root: { release: () => void }
  element: HTMLElement
}

export const builtApp = (window as unknown as { builtApp: BuiltApp }).builtApp

/** What the mini program has become so far; the test reads it as `window.weapp`. */
export const hostState = { errors: [] as string[], stack: [] as Opened[], app: {} as Handlers }
