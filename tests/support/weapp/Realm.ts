import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import vm from 'node:vm'
import { builtWeapp, readJson } from './paths'

/** Names that a browser has and the service layer of a mini program has not. */
const browserNames = [
  'window',
  'document',
  'frames',
  'self',
  'location',
  'navigator',
  'localStorage',
  'history',
  'screen',
  'alert',
  'XMLHttpRequest',
  'WebSocket',
  'fetch',
]

/** What the host gives the logic. */
export interface Given {
  wx: object
  /** Hears what the logic writes to `console.error`. */
  onError: (words: string) => void
  /** The open pages, the lowest first. */
  openPages: () => unknown[]
}

/**
 * Where the logic of the built mini program runs: a realm of its own without a DOM and without code from strings, with
 * WeChat's modules, which register pages and components under the file that is being loaded.
 */
export class Realm {
  private readonly context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } })
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly registered = new Map<string, object>()
  private loading = 'app'

  constructor({ wx, onError, openPages }: Given) {
    const register = (definition: object) => void this.registered.set(this.loading, definition)
    const silent = () => undefined
    Object.assign(this.context, {
      wx,
      console: {
        ...console,
        log: silent,
        info: silent,
        warn: silent,
        error: (...words: unknown[]) => onError(words.map(String).join(' ')),
      },
      ...{ setTimeout, clearTimeout, setInterval, clearInterval },
      App: (app: Record<string, (options: object) => void>) =>
        app.onLaunch?.(this.copy({ path: '', query: {}, scene: 1001 })),
      Page: register,
      Component: register,
      Behavior: (behavior: object) => behavior,
      getApp: () => this.context,
      getCurrentPages: () => this.array(openPages()),
      __wxConfig: {},
      global: this.context,
    })
    this.load('app')
  }

  /** What the file of a page registered; loads it the first time. */
  definitionOf(path: string): object {
    this.loading = path
    this.load(path)
    const definition = this.registered.get(path)
    if (!definition) throw new Error(`${path}.js registers no page`)
    return definition
  }

  /** A copy that belongs to the realm, where `instanceof Object` holds for it. */
  copy<T extends object>(value: T): T {
    this.context.given = JSON.stringify(value)
    return vm.runInContext('JSON.parse(given)', this.context) as T
  }

  private array(items: unknown[]): unknown[] {
    const array = vm.runInContext('[]', this.context) as unknown[]
    items.forEach(item => array.push(item))
    return array
  }

  private load(path: string): unknown {
    const key = path.endsWith('.js') ? path : `${path}.js`
    const known = this.modules.get(key)
    if (known) return known.exports
    const module: { exports: unknown } = { exports: {} }
    this.modules.set(key, module)
    const source = readFileSync(join(builtWeapp, key), 'utf8')
    const run = vm.runInContext(
      `(function(require,module,exports,${browserNames.join()}){${source}\n})`,
      this.context,
      { filename: key },
    ) as (...given: unknown[]) => void
    run((relative: string) => this.load(posix.join(posix.dirname(key), relative)), module, module.exports)
    this.loadComponentsOf(key.slice(0, -'.js'.length))
    return module.exports
  }

  private loadComponentsOf(path: string): void {
    const { usingComponents = {} } = readJson(path) as { usingComponents?: Record<string, string> }
    const own = this.loading
    for (const component of Object.values(usingComponents)) {
      this.loading = posix.join(posix.dirname(path), component)
      this.load(this.loading)
    }
    this.loading = own
  }
}
