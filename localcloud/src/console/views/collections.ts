import type { CollectionView } from '../../gateway/consoleViews'
import type { View } from '../view'
import { card, empty, make, soft, table } from '../dom'

/** The collections with their indexes. */
export const collections: View = (_cloud, { collections: known }) => [
  card(
    '集合与索引',
    '没有列出来的集合不能读写；每个集合自带 _id 索引。',
    known.length
      ? table(
          ['集合', { number: '文档' }, '索引'],
          known.map(({ name, documents, indexes }) => [
            make('a', { href: `#documents/${name}` }, name),
            documents.toLocaleString('zh-CN'),
            indexes.length ? make('div', {}, ...indexes.map(indexLine)) : soft('只有 _id'),
          ]),
        )
      : empty('还没有集合。在配置里列出 "collections"，或在函数里 db.createCollection()。'),
  ),
]

const arrows: Record<string, string> = { '-1': '↓', '2dsphere': '⊕' }

const indexLine = ({ name, keys, unique, multikey }: CollectionView['indexes'][number]): HTMLElement => {
  const fields = keys.map(key => `${key.name} ${arrows[key.direction] ?? '↑'}`).join('  ')
  const kinds = [unique && '唯一', multikey && '含数组'].filter(kind => typeof kind === 'string')
  return make(
    'div',
    { title: name },
    make('code', {}, fields),
    ...kinds.map(kind => make('span', { className: 'tag' }, kind)),
  )
}
