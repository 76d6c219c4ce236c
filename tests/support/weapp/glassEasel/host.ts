import * as glassEasel from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'

// Runs in the browser: the built mini program on glass-easel, its logic without the names a browser has.

interface Built {
  json: Record<string, { usingComponents?: Record<string, string>; navigationBarTitleText?: string }>
  scripts: Record<string, string>
  templates: Record<string, unknown>
}
type Handlers = Record<string, (...given: unknown[]) => unknown> & { route?: string; options?: object }
interface Opened {
  path: string
  page: Handlers
  root: { release: () => void }
  element: HTMLElement
}

const { json, scripts, templates } = (window as unknown as { builtApp: Built }).builtApp
const token = location.hash.slice(1)
const state = { errors: [] as string[], stack: [] as Opened[], app: {} as Handlers }
Object.assign(window, { weapp: state })

glassEasel.globalOptions.throwGlobalError = false
glassEasel.globalOptions.writeIdToDOM = true
glassEasel.addGlobalErrorListener(error => void state.errors.push(String((error as Error).message ?? error)))

const env = new MiniProgramEnv()
const code = env.createCodeSpace('main', true)
const context = new glassEasel.CurrentWindowBackendContext()
const backend = env.associateBackend(context as never)
context.onEvent((target, type, detail, options) => {
  const event = new glassEasel.Event(type, detail, options)
  glassEasel.Event.dispatchEvent(target, event)
  return event.defaultPrevented()
    ? glassEasel.EventBubbleStatus.NoDefault
    : glassEasel.EventBubbleStatus.Normal
})
for (const [path, config] of Object.entries(json)) code.addComponentStaticConfig(path, config as never)
for (const [path, content] of Object.entries(templates)) {
  code.addCompiledTemplate(path, {
    groupList: templates,
    content,
    fallbackListenerOnNativeNode: true,
  } as never)
}

/** A built-in element with something of the browser inside it. */
const builtIn = (
  tag: string,
  properties: Record<string, unknown>,
  make: (component: BuiltIn, element: HTMLElement) => void,
) => {
  const space = code.getComponentSpace()
  let definition = space
    .define(`builtin/${tag}`)
    .options({ writeIdToDOM: true } as never) as unknown as Definition
  for (const [name, type] of Object.entries(properties)) definition = definition.property(name, type)
  for (const name of Object.keys(properties)) {
    definition.observer(name, function (this: BuiltIn) {
      this.sync?.()
    })
  }
  definition.lifetime('attached', function (this: BuiltIn) {
    make(this, this.$$)
    this.sync?.()
  })
  space.setGlobalUsingComponent(`wx-${tag}`, definition.registerComponent() as never)
}
interface Definition {
  property: (name: string, type: unknown) => Definition
  observer: (name: string, work: (this: BuiltIn) => void) => Definition
  lifetime: (name: string, work: (this: BuiltIn) => void) => Definition
  registerComponent: () => unknown
}
interface BuiltIn {
  data: Record<string, string>
  $$: HTMLElement
  sync?: () => void
  triggerEvent: (name: string, detail: object, options?: object) => void
}

for (const tag of ['input', 'textarea'] as const) {
  builtIn(tag, { value: String, placeholder: String, ariaLabel: String }, (component, element) => {
    const field = document.createElement(tag)
    element.append(field)
    component.sync = () => {
      const { value = '', placeholder = '' } = component.data
      if (field.value !== value) field.value = value
      field.placeholder = placeholder
      field.setAttribute('aria-label', component.data.ariaLabel || '')
    }
    field.addEventListener('input', event => {
      event.stopPropagation()
      component.triggerEvent(
        'input',
        { value: field.value, cursor: field.selectionStart },
        { bubbles: false },
      )
    })
  })
}
builtIn('image', { src: String }, (component, element) => {
  const image = document.createElement('img')
  element.append(image)
  component.sync = () => {
    image.src = component.data.src ?? ''
  }
})

// WeChat says `aria-role` where the web says `role`; a client of WeChat hands it on, and so does this.
new MutationObserver(() => {
  for (const element of document.querySelectorAll('[aria-role]')) {
    const role = element.getAttribute('aria-role')
    if (role && element.getAttribute('role') !== role) element.setAttribute('role', role)
  }
}).observe(document.body, {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ['aria-role'],
})

// --- the module system ---
const modules: Record<string, { exports: unknown }> = {}
/** Where `Page` and its kin register: with the file being loaded, even when the call stands in a shared chunk. */
let registering: Record<'Page' | 'Component' | 'Behavior', (definition: object) => unknown> | undefined
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

const resolve = (from: string, path: string): string => {
  const steps = from.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/').replace(/\.js$/, '')
}

const load = (path: string): unknown => {
  const known = modules[path]
  if (known) return known.exports
  const module: { exports: unknown } = { exports: {} }
  modules[path] = module
  const run = (into?: typeof registering) => {
    const before = registering
    registering = into ?? registering
    const names = [
      'require',
      'module',
      'exports',
      'wx',
      'App',
      'Page',
      'Component',
      'Behavior',
      'getApp',
      'getCurrentPages',
      ...hidden,
    ]
    new Function(...names, `${scripts[path]}\n//# sourceURL=weapp/${path}.js`)(
      (relative: string) => load(resolve(path, relative)),
      module,
      module.exports,
      wx,
      (app: Handlers) => void (state.app = app),
      (page: object) => registering?.Page(page),
      (component: object) => registering?.Component(component),
      (behavior: object) => registering?.Behavior(behavior),
      () => state.app,
      () => state.stack.map(({ page }) => page),
    )
    registering = before
  }
  if (json[path] && path !== 'app') code.componentEnv(path, run as never)
  else run()
  return module.exports
}

const define = (path: string): void => {
  if (modules[path]) return
  for (const component of Object.values(json[path]?.usingComponents ?? {})) {
    const target = component.startsWith('/') ? component.slice(1) : resolve(path, component)
    if (target !== path) define(target)
  }
  load(path)
}

// --- wx ---
const answer = (path: string, body: BodyInit) =>
  fetch(path, { method: 'POST', body, headers: { authorization: `Bearer ${token}` } }).then(
    response => response.json() as Promise<object>,
  )

interface Options {
  success?: (result: object) => void
  fail?: (error: object) => void
  complete?: (result: object) => void
  [option: string]: unknown
}

/** An API as the base library has them: callbacks when there are any, else a promise. */
const api =
  (name: string, work: (options: Options) => unknown = () => ({})) =>
  (options: Options = {}) => {
    const result = Promise.resolve()
      .then(() => work(options))
      .then(given => ({ errMsg: `${name}:ok`, ...(given as object) }))
    if (!options.success && !options.fail) return result
    result.then(options.success, (error: Error) =>
      options.fail?.({ errMsg: `${name}:fail ${error.message}` }),
    )
    return undefined
  }

const phone = {
  pixelRatio: 2,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  windowWidth: innerWidth,
  windowHeight: innerHeight,
  statusBarHeight: 20,
  language: 'zh_CN',
  platform: 'devtools',
  SDKVersion: '3.5.0',
  theme: 'light',
  fontSizeSetting: 16,
  safeArea: {
    top: 44,
    bottom: innerHeight,
    left: 0,
    right: innerWidth,
    width: innerWidth,
    height: innerHeight,
  },
}
const stored = new Map<string, unknown>()
const asked = (name: string) => [name, () => phone] as const
const silent = (name: string) => [name, () => undefined] as const
const done = (name: string) => [name, api(name)] as const

const wx: Record<string, unknown> = {
  ...Object.fromEntries(['getSystemInfoSync', 'getWindowInfo', 'getAppBaseInfo', 'getDeviceInfo'].map(asked)),
  ...Object.fromEntries(
    [
      'onError',
      'onAppShow',
      'onAppHide',
      'onUnhandledRejection',
      'onPageNotFound',
      'onThemeChange',
      'onWindowResize',
    ].map(silent),
  ),
  ...Object.fromEntries(
    [
      'showToast',
      'setNavigationBarTitle',
      'stopPullDownRefresh',
      'makePhoneCall',
      'previewImage',
      'previewImage',
    ].map(done),
  ),
  canIUse: () => true,
  nextTick: (work: () => void) => setTimeout(work),
  getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
  getStorageSync: (key: string) => stored.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void stored.set(key, value),
  removeStorageSync: (key: string) => void stored.delete(key),
  getRandomValues: api('getRandomValues', ({ length }) => ({
    randomValues: crypto.getRandomValues(new Uint8Array(Number(length))).buffer,
  })),
  chooseMedia: api('chooseMedia', () => ({
    tempFiles: [{ tempFilePath: '/weapp/assets/tab/home.png', size: 1 }],
  })),
  chooseLocation: api('chooseLocation', () => ({
    name: '三单元门口',
    address: '',
    longitude: 114.0525,
    latitude: 22.7025,
  })),
  navigateTo: api('navigateTo', ({ url }) => open(String(url))),
  redirectTo: api('redirectTo', ({ url }) => {
    close()
    open(String(url))
  }),
  switchTab: api('switchTab', ({ url }) => restart(String(url))),
  navigateBack: api('navigateBack', () => {
    close()
    show()
  }),
  cloud: {
    init: () => undefined,
    callFunction: ({ name, data }: { name: string; data: object }) =>
      answer(`/_cloud/call/${name}`, JSON.stringify(data)),
    uploadFile: async ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) =>
      answer(`/_cloud/upload?path=${encodeURIComponent(cloudPath)}`, await (await fetch(filePath)).blob()),
  },
}

// --- pages ---
const open = (url: string): void => {
  const [path = '', query = ''] = url.replace(/^\//, '').split('?')
  define(path)
  const below = state.stack.at(-1)
  if (below) below.element.style.display = 'none'
  const root = backend.createRoot('wx-page', code, path) as unknown as {
    get: () => Handlers
    attach: (parent: Node, before: Node) => void
    release: () => void
  }
  const page = root.get()
  const element = document.createElement('section')
  const place = document.createElement('div')
  element.append(place)
  document.querySelector('main')?.append(element)
  Object.assign(page, {
    route: path,
    __route__: path,
    options: Object.fromEntries(new URLSearchParams(query)),
  })
  state.stack.push({ path, page, root, element })
  root.attach(element, place)
  page.onLoad?.(page.options)
  show()
  setTimeout(() => page.onReady?.())
}

const close = (): void => {
  const top = state.stack.pop()
  top?.page.onUnload?.()
  top?.root.release()
  top?.element.remove()
}

const restart = (url: string): void => {
  while (state.stack.length) close()
  open(url)
}

const show = (): void => {
  const top = state.stack.at(-1)
  if (!top) return
  top.element.style.display = ''
  top.page.onShow?.()
}

load('app')
state.app.onLaunch?.({ path: '', query: {} })
const { pages, tabBar } = json.app as unknown as {
  pages: string[]
  tabBar: { list: { pagePath: string; text: string }[] }
}
for (const { pagePath, text } of tabBar.list) {
  const tab = document.createElement('button')
  tab.textContent = text
  tab.onclick = () => restart(pagePath)
  document.querySelector('nav')?.append(tab)
}
open(pages[0] ?? '')
