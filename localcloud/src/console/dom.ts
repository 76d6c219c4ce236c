type Child = Node | string

/** An element with its attributes as members, and its children. */
export const make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  members: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] => {
  const element = Object.assign(document.createElement(name), members)
  element.append(...children)
  return element
}

/** A card with a heading and a sentence on what it shows. */
export const card = (title: string, about: string, ...content: Child[]): HTMLElement =>
  make('section', {}, make('h2', {}, title), make('p', {}, about), ...content)

/** What is said where there is nothing. */
export const empty = (text: string): HTMLElement => make('p', { className: 'empty' }, text)

/** What went wrong. */
export const notice = (text: string): HTMLElement => {
  const element = make('p', { className: 'notice' }, text)
  element.setAttribute('role', 'alert')
  return element
}

/** A heading of a table; numbers stand on the right. */
export type Heading = string | { number: string }

/** A table; on a narrow screen every row becomes a card. */
export const table = (headings: Heading[], rows: Child[][]): HTMLElement => {
  const names = headings.map(heading => (typeof heading === 'string' ? heading : heading.number))
  const classOf = (n: number) => (typeof headings[n] === 'string' ? '' : 'number')
  const head = names.map((name, n) => make('th', { scope: 'col', className: classOf(n) }, name))
  const body = rows.map(cells =>
    make(
      'tr',
      {},
      ...cells.map((cell, n) => {
        const td = make('td', { className: classOf(n) }, make('div', {}, cell))
        td.dataset.heading = names[n] ?? ''
        return td
      }),
    ),
  )
  return make(
    'div',
    { className: 'scroll' },
    make('table', {}, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...body)),
  )
}

/** A line that opens to more. */
export const unfold = (line: Child, ...more: Child[]): HTMLElement =>
  make('details', {}, make('summary', {}, line), ...more)

/** Text with its line breaks. */
export const pre = (text: string): HTMLElement => make('pre', {}, text)

/** Text that stands back. */
export const soft = (text: string): HTMLElement => make('span', { className: 'soft' }, text)
