import { View } from '@tarojs/components'
import { useEffect } from 'react'
import type { ImportFault, ImportMove, ImportRow } from '../../../contract/importReport'
import { type From, useList } from '../../cloud/useList'
import { List } from '../../design/List/List'
import { Tag } from '../../design/Tag/Tag'
import { moveWords } from './moveWords'

export type ReportLine = { fault: ImportFault } | { row: ImportRow } | { move: ImportMove }

interface Props {
  page: (from: From) => Promise<{ lines: ReportLine[]; next?: string }>
}

/** One part of a report, a page at a time. */
export const ReportList = ({ page }: Props) => {
  const list = useList(page)
  const { reload } = list
  // The page was shown long before there was a report: nothing else asks for its first lines.
  useEffect(() => void reload(), [reload])
  return (
    <List
      list={{ ...list, lines: list.lines.map((line, n) => ({ line, n })) }}
      line={({ line, n }) => (
        <View key={n} className="import-run__line">
          {'fault' in line && <Fault {...line.fault} />}
          {'row' in line && <Row {...line.row} />}
          {'move' in line && <Move {...line.move} />}
        </View>
      )}
      empty={{ title: '这一部分没有' }}
    />
  )
}

const Fault = ({ severity, row, column, value, name, why, mend }: ImportFault) => (
  <View>
    <View className="import-run__where">
      <Tag kind={severity === 'error' ? 'danger' : 'warn'}>{severity === 'error' ? '要改' : '提醒'}</Tag>
      <View className="import-run__name">
        {[row !== undefined && `第 ${row} 行`, column && `“${column}”`, name].filter(Boolean).join('，') ||
          '整个文件'}
      </View>
    </View>
    {value !== undefined && <View className="import-run__about">写的是：{value || '（空）'}</View>}
    <View>{why}</View>
    <View className="import-run__mend">怎么改：{mend}</View>
  </View>
)

const Row = ({ row, name, where, fields = [] }: ImportRow) => (
  <View>
    <View className="import-run__name">
      {name}
      {row !== undefined && `（第 ${row} 行）`}
    </View>
    <View className="import-run__about">{where}</View>
    {fields.map(({ column, from, to }) => (
      <View key={column}>
        {column}：{from ?? '（空）'} → {to ?? '（空）'}
      </View>
    ))}
  </View>
)

const Move = ({ what, from, to, count, rule }: ImportMove) => (
  <View>
    <View className="import-run__name">{moveWords[what](count)}</View>
    <View>
      {from} → {to}
    </View>
    <View className="import-run__about">{rule}</View>
  </View>
)
