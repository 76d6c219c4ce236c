import { wxmlToJs } from 'miniprogram-compiler'
import { builtWeapp } from './paths'

/** An element as the official compiler's template gives it, or a text. */
export interface Element {
  tag: string
  attr: Record<string, unknown>
  children: (Element | string)[]
}

type Template = (data: object, _: object, __: object) => RawElement
interface RawElement {
  tag: string
  attr?: Record<string, unknown>
  children?: (RawElement | string | number)[]
}

let compiled: ((file: string) => Template) | undefined

/** The page's tree for its data, by WeChat's own template compiler (wcc). */
export const render = (route: string, data: object): Element => {
  // The compiler's output is a program that makes a function; it wants to see a `window`.
  compiled ??= new Function('global', 'window', String(wxmlToJs(builtWeapp, { maxBuffer: 64 << 20 })))(
    {},
    {},
  ) as (file: string) => Template
  const copy = JSON.parse(JSON.stringify(data)) as object
  return clean(compiled(`${route}.wxml`)(copy, {}, {}))
}

const clean = ({ tag, attr = {}, children = [] }: RawElement): Element => ({
  tag: tag.replace(/^wx-/, ''),
  // The compiler writes `ariaLabel` for `aria-label`.
  attr: Object.fromEntries(
    Object.entries(attr).map(([name, value]) => [
      name.replace(/^aria(?=[A-Z])/, 'aria-').toLowerCase(),
      value,
    ]),
  ),
  children: children.map(child => (typeof child === 'object' ? clean(child) : String(child))),
})

/** Every element of a tree, the root first. */
export const elements = function* (element: Element): Generator<Element> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* elements(child)
}

/** The words in an element. */
export const textOf = (element: Element): string =>
  element.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('')

/** How a screen reader would name it: its label, else its words. */
export const nameOf = (element: Element): string => {
  const label = element.attr['aria-label']
  return typeof label === 'string' && label ? label : textOf(element).trim()
}
