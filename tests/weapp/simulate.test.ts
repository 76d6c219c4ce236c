/** @jest-environment jsdom */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onX64 } from '../support/weapp/onX64'
import { builtWeapp } from '../support/weapp/paths'

// WeChat's own component test kit renders a compiled page: a smoke test in one more runtime. It knows components only, so
// the page is registered as one; its logic is tested in the story.
interface Simulate {
  load: (path: string, tag: string, options: object) => string
  render: (
    id: string,
    properties?: object,
  ) => {
    attach: (parent: Node) => void
    dom: HTMLElement
    detach: () => void
    setData: (data: object) => void
  }
}

onX64('miniprogram-simulate', () => {
  it('renders a compiled page', () => {
    const simulate = jest.requireActual<Simulate>('miniprogram-simulate')
    const globals = globalThis as unknown as {
      Page: (page: object) => void
      Component: (component: object) => void
      wx: object
    }
    globals.wx = {
      getSystemInfoSync: () => ({}),
      getWindowInfo: () => ({}),
      getAppBaseInfo: () => ({}),
      canIUse: () => true,
      cloud: {},
    }
    Object.assign(globals, { App: () => undefined, getApp: () => ({}), getCurrentPages: () => [] })
    globals.Page = () => globals.Component({ data: { root: { cn: [] } }, methods: { eh: () => undefined } })
    jest.requireActual(join(builtWeapp, 'app.js'))
    const page = simulate.render(
      simulate.load(join(builtWeapp, 'pages/home/index'), 'page', {
        rootPath: builtWeapp,
        compiler: 'official',
      }),
    )
    page.attach(document.body)
    page.setData({ root: { cn: [{ nn: textTemplate(), v: '街坊有事', sid: 'w' }] } })
    expect(page.dom.textContent).toContain('街坊有事')
    page.detach()
  })
})

/** The number Taro gave the template of plain text in this build: it depends on which components the app uses. */
const textTemplate = (): string => {
  const templates = readFileSync(join(builtWeapp, 'base.wxml'), 'utf8')
  const number = /<template name="tmpl_0_(\w+)">\s*<block>\{\{i\.v\}\}/.exec(templates)?.[1]
  if (!number) throw new Error('base.wxml has no template for text')
  return number
}
