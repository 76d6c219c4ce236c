import { codeSpace } from './codeSpace'
import { builtApp, type Handlers, hostState } from './hostState'

/** Names of the browser that the logic must not see. */
const hidden = [
  'window',
  'document',
  'frames',
  'self',
  'location',
  'navigator',
  'localStorage',
  'history',
  'XMLHttpRequest',
  'alert',
  'fetch',
]

/** Where `Page` and its kin register: with the file being loaded, even when the call stands in a shared chunk. */
type Registering = Record<'Page' | 'Component' | 'Behavior', (definition: object) => unknown>

/** WeChat's modules: each file runs once, with `wx` and without the names a browser has. */
export class Modules {
  private readonly known = new Map<string, { exports: unknown }>()
  private registering: Registering | undefined

  constructor(private readonly wx: object) {}

  /** Loads a page or component after the components it uses. */
  define(path: string): void {
    if (this.known.has(path)) return
    for (const component of Object.values(builtApp.json[path]?.usingComponents ?? {})) {
      const target = component.startsWith('/') ? component.slice(1) : resolve(path, component)
      if (target !== path) this.define(target)
    }
    this.load(path)
  }

  /** What a file exports. */
  load(path: string): unknown {
    const known = this.known.get(path)
    if (known) return known.exports
    const module: { exports: unknown } = { exports: {} }
    this.known.set(path, module)
    const run = (into?: Registering) => {
      const before = this.registering
      this.registering = into ?? before
      this.run(path, module)
      this.registering = before
    }
    if (builtApp.json[path] && path !== 'app') codeSpace.componentEnv(path, run as never)
    else run()
    return module.exports
  }

  private run(path: string, module: { exports: unknown }): void {
    const given = {
      require: (relative: string) => this.load(resolve(path, relative)),
      module,
      exports: module.exports,
      wx: this.wx,
      App: (app: Handlers) => void (hostState.app = app),
      Page: (page: object) => this.registering?.Page(page),
      Component: (component: object) => this.registering?.Component(component),
      Behavior: (behavior: object) => this.registering?.Behavior(behavior),
      getApp: () => hostState.app,
      getCurrentPages: () => hostState.stack.map(({ page }) => page),
    }
    const source = `${builtApp.scripts[path]}\n//# sourceURL=weapp/${path}.js`
    new Function(...Object.keys(given), ...hidden, source)(...Object.values(given))
  }
}

const resolve = (from: string, path: string): string => {
  const steps = from.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/').replace(/\.js$/, '')
}
