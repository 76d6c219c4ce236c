import { allPages, appJson } from './paths'
import { phoneApi, type PhoneOptions } from './phoneApi'
import { Realm } from './Realm'
import { type Element, elements, nameOf, render, textOf } from './render'
import { setPath } from './setPath'

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

/**
 * Runs the built mini program without WeChat's developer tools: its logic in a realm of its own without a DOM and without
 * code from strings, its templates through the official compiler. Elements are found as a screen reader names them.
 */
export class MiniProgram {
  readonly setData: SetData[] = []
  readonly errors: string[] = []
  /** Numbers the phone was asked to call. */
  readonly dialled: string[]
  /** Addresses of pictures that were opened large. */
  readonly previewed: string[]
  private readonly realm: Realm
  private readonly stack: PageInstance[] = []
  private readonly app = appJson()

  constructor(options: Omit<PhoneOptions, 'navigation'>) {
    const { wx, dialled, previewed } = phoneApi({
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
    this.previewed = previewed
    this.realm = new Realm({
      wx,
      onError: words => this.errors.push(words),
      openPages: () => this.stack,
    })
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
  async press(name: string | RegExp, role: 'button' | 'radio' | 'checkbox' = 'button'): Promise<void> {
    await this.fire(await this.named(name, role), 'tap')
  }

  /** Touches the button that asks for the phone number and says yes (or no, without a code) to WeChat. */
  async givePhone(code?: string): Promise<void> {
    const button = await this.awaited(
      () => [...elements(this.tree())].find(({ attr }) => attr.opentype === 'getPhoneNumber'),
      'the button for the phone number',
    )
    await this.fire(button, 'getphonenumber', { ...(code && { code }) })
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
    const definition: { data?: object } = this.realm.definitionOf(path)
    const page = Object.assign(this.realm.copy({}), definition) as PageInstance
    page.data = this.realm.copy(definition.data ?? {})
    page.route = path
    page.options = this.realm.copy(Object.fromEntries(new URLSearchParams(query)))
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
    const event = this.realm.copy({
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
}
