import type { FileEntry } from '../../platform/fileStore'
import type { View } from '../view'
import { card, make, soft } from '../dom'
import { pagedList } from '../pagedList'
import { size, time } from '../words'

/** The files of the storage, by path. */
export const files: View = cloud => [
  card(
    '云存储',
    '按路径排列，只读。',
    pagedList<FileEntry>(
      '还没有文件。',
      async last => {
        const { files: items, pageSize } = await cloud.view('files', last ? { after: last.path } : {})
        return { items, isLast: items.length < pageSize }
      },
      ({ path, bytes, at, openid }) =>
        make(
          'details',
          {},
          make('summary', {}, make('code', {}, path), ' ', soft(size(bytes))),
          make('p', { className: 'soft small' }, `${time(at)} · ${openid ?? '由函数或种子数据写入'}`),
        ),
    ),
  ),
]
