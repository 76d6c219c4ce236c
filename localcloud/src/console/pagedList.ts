import { empty, make, notice } from './dom'

/**
 * A list that is read page by page with a button at its end.
 * @param load a page after the last item that is shown, and whether there are more
 */
export const pagedList = <Item>(
  nothing: string,
  load: (last: Item | undefined) => Promise<{ items: Item[]; isLast: boolean }>,
  show: (item: Item) => HTMLElement,
): HTMLElement => {
  const list = make('div')
  const more = make('button', { type: 'button', className: 'more' }, '再看一些')
  let last: Item | undefined
  const next = async () => {
    more.disabled = true
    try {
      const { items, isLast } = await load(last)
      list.append(...items.map(show))
      last = items.at(-1) ?? last
      if (last === undefined) list.append(empty(nothing))
      more.hidden = isLast
    } catch (error) {
      list.append(notice((error as Error).message))
    }
    more.disabled = false
  }
  more.onclick = () => void next()
  void next()
  return make('div', {}, list, more)
}
