import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Called } from '../../cloud/useAnswer'
import { Button } from '../Button/Button'
import { Empty, Failed, Loading } from '../Feedback/Feedback'

interface Props<Line> {
  list: Pick<Called<unknown>, 'data' | 'error' | 'loading' | 'reload'> & {
    lines: readonly Line[]
    unfinished: boolean
    more: () => Promise<void>
  }
  line: (line: Line) => ReactNode
  empty: { title: string; hint?: string }
}

/** A list with everything that can be in its place: coming, failed, empty, and more to come. */
export const List = <Line,>({ list, line, empty }: Props<Line>) => (
  <View>
    {list.loading && <Loading />}
    {list.error && <Failed error={list.error} onRetry={() => void list.reload()} />}
    {list.data !== undefined && !list.lines.length && <Empty {...empty} />}
    {list.lines.map(line)}
    {list.unfinished && <Button onPress={() => void list.more()}>再看更多</Button>}
  </View>
)
