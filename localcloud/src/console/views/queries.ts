import type { View } from '../view'
import { card, empty, make, pre, soft, table } from '../dom'
import { duration, readable } from '../words'

/** Queries that no index serves, and the slowest operations. */
export const queries: View = async cloud => {
  const { unindexed, slow } = await cloud.view('queries')
  return [
    card(
      '没有索引的查询',
      '数据多起来会变慢：给这些字段加索引。',
      unindexed.length
        ? table(
            ['集合', '查询', { number: '次数' }],
            unindexed.map(({ collection, query, times }) => [
              collection,
              make('code', {}, query),
              String(times),
            ]),
          )
        : empty('没有，都用上了索引。'),
    ),
    card(
      '最慢的操作',
      '在最近的调用里。',
      slow.length
        ? table(
            ['函数', '操作', { number: '用时' }, { number: '读 / 得' }, '查询'],
            slow.map(({ fn, action, collection = '', ms, examined, returned, query }) => [
              fn,
              make('span', {}, make('code', {}, action), ' ', collection),
              duration(ms),
              `${examined} / ${returned}`,
              query === undefined
                ? soft('–')
                : make('details', {}, make('summary', {}, soft('看')), pre(readable(query))),
            ]),
          )
        : empty('还没有操作。'),
    ),
  ]
}
