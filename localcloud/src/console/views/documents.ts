import type { View } from '../view'
import { card, empty, make, pre, unfold } from '../dom'
import { pagedList } from '../pagedList'
import { readable } from '../words'

/** The documents of a collection, page by page. */
export const documents: View = (cloud, { collections }, [asked = '']) => {
  const [first] = collections
  if (!first) return [card('文档', '按 _id 排列，只读。', empty('还没有集合。'))]
  const current = collections.find(({ name }) => name === asked) ?? first
  const choice = make(
    'select',
    { ariaLabel: '集合' },
    ...collections.map(({ name, documents: count }) =>
      make('option', { value: name, selected: name === current.name }, `${name}（${count}）`),
    ),
  )
  choice.onchange = () => (location.hash = `#documents/${choice.value}`)
  const list = pagedList<string>(
    '这个集合是空的。',
    async last => {
      const { documents: items, pageSize } = await cloud.view('documents', {
        collection: current.name,
        ...(last !== undefined && { after: JSON.stringify(idIn(last)) }),
      })
      return { items, isLast: items.length < pageSize }
    },
    text => unfold(make('code', {}, idOf(text)), pre(readable(text))),
  )
  return [card('文档', '按 _id 排列，只读。', choice, list)]
}

const idIn = (text: string): unknown => (JSON.parse(text) as { _id: unknown })._id

const idOf = (text: string): string => {
  const _id = idIn(text)
  return typeof _id === 'string' ? _id : readable(JSON.stringify(_id))
}
