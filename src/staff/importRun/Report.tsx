import { useCallback, useState } from 'react'
import { importService } from '../../../contract/import'
import type { ImportTotals } from '../../../contract/importReport'
import type { ImportRun } from '../../../contract/importRun'
import type { InputOf } from '../../../contract/service'
import { client } from '../../cloud/client'
import type { From } from '../../cloud/useList'
import { Card } from '../../design/Card/Card'
import { Empty } from '../../design/Feedback/Feedback'
import { Notice } from '../../design/Notice/Notice'
import { Tiles } from '../../design/Tiles/Tiles'
import { followCount } from './moveWords'
import { ReportList } from './ReportList'

const { read } = client(importService)

export type ReportPart = NonNullable<InputOf<typeof importService, 'read'>['list']>

/** The parts of a report with how much is in each, the most urgent first; what is empty is left out. */
const partsOf = (totals: ImportTotals) => {
  const parts: [ReportPart, string, number][] = [
    ['errors', '要改的错', totals.errors],
    ['warnings', '提醒', totals.warnings],
    ['added', '新增', totals.added],
    ['changed', '改动', totals.changed],
    ['ended', '取消', totals.ended],
    ['moves', '跟着换地方', followCount(totals)],
    ['unchanged', '没变', totals.unchanged],
  ]
  return parts.flatMap(([value, words, count]) => (count ? [{ value, words: `${words} ${count}` }] : []))
}

interface Props {
  run: ImportRun
  totals: ImportTotals
}

/** What the dry run found, part by part. */
export const Report = ({ run: { id, reportCleared }, totals }: Props) => {
  const parts = partsOf(totals)
  const [part, setPart] = useState(parts[0]?.value)
  const page = useCallback(
    async (from: From) => {
      const { faults, rows, moved, next } = await read({ id, ...(part && { list: part }), ...from })
      return {
        lines: [
          ...faults.map(fault => ({ fault })),
          ...rows.map(row => ({ row })),
          ...moved.map(move => ({ move })),
        ],
        ...(next && { next }),
      }
    },
    [id, part],
  )
  return (
    <Card title={totals.rows ? `核对结果：${totals.rows} 行` : '核对结果'}>
      {!part && <Empty title="和现在用的一模一样" hint="启用了也不会有变化。" />}
      {reportCleared && <Notice>每一行的明细已经过了保存的期限，清理掉了。要再看，请重新上传文件。</Notice>}
      {part && !reportCleared && (
        <Tiles label="看哪一部分" choices={parts} chosen={part} onChoose={setPart} />
      )}
      {part && !reportCleared && <ReportList key={part} page={page} />}
    </Card>
  )
}
