import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import vm from 'node:vm'
import { allPages, appJson, builtWeapp, readJson } from './paths'
import { phoneApi, type PhoneOptions } from './phoneApi'
import { type Element, elements, nameOf, render, textOf } from './render'

interface PageInstance {
  data: object
  route: string
  options: object
  onLoad?: (options: object) => void
  onShow?: () => void
  onReady?: () => void
  onHide?: () => void
  onUnload?: () => void
  onReachBottom?: () => void
  [handler: string]: unknown
}

/** One `setData`: on which page, and how many bytes crossed to the view. */
export interface SetData {
  page: string
  bytes: number
}

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

/**
 * Runs the built mini program without WeChat's developer tools: its logic in a realm of its own without a DOM and without
 * code from strings, its templates through the official compiler. Elements are found as a screen reader names them.
 */
export class MiniProgram {
  readonly setData: SetData[] = []
  readonly errors: string[] = []
  readonly dialled: string[]
  private readonly realm: vm.Context
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly pages = new Map<string, object>()
  private readonly stack: PageInstance[] = []
  private readonly app = appJson()
  private loading = ''

  constructor(options: Omit<PhoneOptions, 'navigation'>) {
    this.realm = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } })
    const { wx, dialled } = phoneApi({
      ...options,
      navigation: {
        navigateTo: ({ url = '' }) => this.open(url),
        redirectTo: ({ url = '' }) => {
          this.close()
          this.open(url)
        },
        switchTab: ({ url = '' }) => this.restart(url),
        reLaunch: ({ url = '' }) => this.restart(url),
        navigateBack: ({ delta = 1 }) => {
          for (let n = 0; n < delta; n++) this.close()
          this.page.onShow?.()
        },
      },
    })
    this.dialled = dialled
    Object.assign(this.realm, {
      wx,
      console: {
        ...console,
        log: () => undefined,
        info: () => undefined,
        warn: () => undefined,
        error: (...words: unknown[]) => this.errors.push(words.map(String).join(' ')),
      },
      ...{ setTimeout, clearTimeout, setInterval, clearInterval },
      App: (app: Record<string, (options: object) => void>) => {
        app.onLaunch?.(this.guest({ path: '', query: {}, scene: 1001 }))
      },
      Page: (page: object) => this.pages.set(this.loading, page),
      Component: (component: object) => this.pages.set(this.loading, component),
      Behavior: (behavior: object) => behavior,
      getApp: () => this.realm,
      getCurrentPages: () => this.guestArray(this.stack),
      __wxConfig: {},
    })
    this.realm.global = this.realm
    this.load('app')
    this.open(`/${this.app.pages[0] ?? ''}`)
  }

  /** The page on top. */
  get page(): PageInstance {
    const top = this.stack.at(-1)
    if (!top) throw new Error('no page is open')
    return top
  }

  /** What the page on top shows. */
  tree(): Element {
    return render(this.page.route, this.page.data)
  }

  /** All words of the page on top. */
  text(): string {
    return textOf(this.tree())
  }

  /** Waits until the page on top shows these words. Throws with what it shows instead. */
  async sees(words: string | RegExp): Promise<void> {
    await this.until(
      () => (typeof words === 'string' ? this.text().includes(words) : words.test(this.text())),
      String(words),
    )
  }

  /** Touches what a screen reader names so, once it is there. */
  async press(name: string | RegExp, role: 'button' | 'radio' = 'button'): Promise<void> {
    await this.fire(await this.named(name, role), 'tap')
  }

  /** Types into the field of this name. */
  async type(name: string, value: string): Promise<void> {
    const field = await this.awaited(
      () =>
        [...elements(this.tree())].find(
          ({ tag, attr }) => (tag === 'input' || tag === 'textarea') && attr['aria-label'] === name,
        ),
      name,
    )
    await this.fire(field, 'input', { value, cursor: value.length, keyCode: 0 })
  }

  /** Opens a page by its address, as a link into the app does. */
  open(url: string): void {
    const [path = '', query = ''] = url.replace(/^\//, '').split('?')
    if (!allPages(this.app).includes(path)) throw new Error(`there is no page ${path}`)
    this.stack.at(-1)?.onHide?.()
    this.loading = path
    this.load(path)
    const page = Object.assign(this.guest({}), this.pages.get(path)) as PageInstance
    page.data = this.guest((this.pages.get(path) as { data?: object }).data ?? {})
    page.route = path
    page.options = this.guest(Object.fromEntries(new URLSearchParams(query)))
    page.setData = (change: object, done?: () => void) => this.receive(page, change, done)
    page.selectComponent = () => null
    this.stack.push(page)
    page.onLoad?.(page.options)
    page.onShow?.()
    setTimeout(() => page.onReady?.(), 0)
  }

  private restart(url: string): void {
    while (this.stack.length) this.close()
    this.open(url)
  }

  private close(): void {
    this.stack.pop()?.onUnload?.()
  }

  private receive(page: PageInstance, change: object, done?: () => void): void {
    const sent = JSON.stringify(change)
    this.setData.push({ page: page.route, bytes: Buffer.byteLength(sent) })
    for (const [path, value] of Object.entries(JSON.parse(sent) as object))
      setPath(page.data as Record<string, unknown>, path, value)
    setTimeout(() => done?.call(page), 0)
  }

  private named(name: string | RegExp, role: string): Promise<Element> {
    const fits = (found: string) => (typeof name === 'string' ? found === name : name.test(found))
    return this.awaited(
      () =>
        [...elements(this.tree())].find(
          element => element.attr['aria-role'] === role && fits(nameOf(element)),
        ),
      `${role} ${String(name)}`,
    )
  }

  private async awaited(find: () => Element | undefined, what: string): Promise<Element> {
    await this.until(() => !!find(), what)
    return find() as Element
  }

  private async until(condition: () => boolean, what: string): Promise<void> {
    for (const started = Date.now(); !condition();) {
      if (Date.now() - started > 10_000)
        throw new Error(
          `${what} did not come; ${this.page.route} shows: ${this.text()}\n${this.errors.join('\n')}`,
        )
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }

  private async fire(element: Element, type: string, detail: object = {}): Promise<void> {
    const handler = ['bind', 'catch'].map(prefix => element.attr[prefix + type]).find(Boolean)
    if (typeof handler !== 'string') throw new Error(`nothing happens on ${type} of ${nameOf(element)}`)
    const target = {
      id: element.attr.id ?? '',
      dataset: { sid: element.attr['data-sid'] },
      offsetLeft: 0,
      offsetTop: 0,
    }
    const event = this.guest({
      type,
      timeStamp: Date.now(),
      target,
      currentTarget: target,
      detail,
      touches: [],
      changedTouches: [],
      mark: {},
    })
    ;(this.page[handler] as (event: object) => void)(event)
    await new Promise(resolve => setTimeout(resolve, 20))
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
      this.realm,
      { filename: key },
    ) as (...given: unknown[]) => void
    run((relative: string) => this.load(posix.join(posix.dirname(key), relative)), module, module.exports)
    for (const component of Object.values(
      (readJson(key.slice(0, -3)) as { usingComponents?: Record<string, string> }).usingComponents ?? {},
    )) {
      const own = this.loading
      this.loading = posix.join(posix.dirname(key), component)
      this.load(this.loading)
      this.loading = own
    }
    return module.exports
  }

  /** A copy that belongs to the realm, where `instanceof Object` holds for it. */
  private guest<T extends object>(value: T): T {
    this.realm.given = JSON.stringify(value)
    return vm.runInContext('JSON.parse(given)', this.realm) as T
  }

  private guestArray(items: unknown[]): unknown[] {
    const array = vm.runInContext('[]', this.realm) as unknown[]
    items.forEach(item => array.push(item))
    return array
  }
}

/** Sets `root.cn.[0].cl` as the view does it. */
const setPath = (data: Record<string, unknown>, path: string, value: unknown): void => {
  const steps = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
  let at = data
  steps.slice(0, -1).forEach((step, n) => {
    if (at[step] === null || typeof at[step] !== 'object')
      at[step] = /^\d+$/.test(steps[n + 1] ?? '') ? [] : {}
    at = at[step] as Record<string, unknown>
  })
  at[steps.at(-1) ?? ''] = value
}
