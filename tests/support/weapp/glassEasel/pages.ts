import { backend, codeSpace } from './codeSpace'
import { type Handlers, hostState } from './hostState'

const { stack } = hostState

/** The pages one above the other, as `wx.navigateTo` and its kin move them. */
export class Pages {
  constructor(private readonly define: (path: string) => void) {}

  open(url: string): void {
    const [path = '', query = ''] = url.replace(/^\//, '').split('?')
    this.define(path)
    const below = stack.at(-1)
    if (below) below.element.style.display = 'none'
    const root = backend.createRoot('wx-page', codeSpace, path) as unknown as {
      get: () => Handlers
      attach: (parent: Node, before: Node) => void
      release: () => void
    }
    const page = root.get()
    const element = document.createElement('section')
    const place = document.createElement('div')
    element.append(place)
    document.querySelector('main')?.append(element)
    const options = Object.fromEntries(new URLSearchParams(query))
    Object.assign(page, { route: path, __route__: path, options })
    stack.push({ page, root, element })
    root.attach(element, place)
    page.onLoad?.(options)
    this.show()
    setTimeout(() => page.onReady?.())
  }

  redirect(url: string): void {
    this.close()
    this.open(url)
  }

  restart(url: string): void {
    while (stack.length) this.close()
    this.open(url)
  }

  back(): void {
    this.close()
    this.show()
  }

  private close(): void {
    const top = stack.pop()
    top?.page.onUnload?.()
    top?.root.release()
    top?.element.remove()
  }

  private show(): void {
    const top = stack.at(-1)
    if (!top) return
    top.element.style.display = ''
    top.page.onShow?.()
  }
}
