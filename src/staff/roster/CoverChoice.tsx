import { View } from '@tarojs/components'
import type { CoverReason } from '../../../contract/roster'
import { Loading } from '../../design/Feedback/Feedback'
import { Notice } from '../../design/Notice/Notice'
import { Tiles } from '../../design/Tiles/Tiles'
import { colleagueWords } from './leaveWords'
import { useCovers } from './useCovers'

const reasonWords: Record<CoverReason, string> = {
  sameArea: '同一片',
  neighbour: '邻近',
  above: '上一级',
  below: '下一级',
}

const nobody = 'nobody'

interface Props {
  officerId: string
  from: number
  to: number
  chosen: string | undefined
  onChoose: (coverId: string | undefined) => void
}

/** Who stands in, among those who can for the whole time; or nobody yet. */
export const CoverChoice = ({ officerId, from, to, chosen, onChoose }: Props) => {
  const { covers, error } = useCovers({ officerId, from, to })
  if (error) return <Notice kind="danger">{error.message}</Notice>
  if (!covers) return <Loading lines={2} />
  const isThere = covers.some(({ id }) => id === chosen)
  return (
    <View>
      <View className="roster__part">请谁代班？</View>
      <Tiles
        label="请谁代班"
        choices={[
          ...covers.map(cover => ({
            value: cover.id,
            words: `${colleagueWords(cover)}（${reasonWords[cover.why]}${cover.load ? `，已代${cover.load}人` : ''}）`,
          })),
          { value: nobody, words: '先不找人代' },
        ]}
        chosen={isThere && chosen ? chosen : nobody}
        onChoose={value => onChoose(value === nobody ? undefined : value)}
      />
      {chosen !== undefined && !isThere && <Notice kind="warn">原来代班的人这几天不行，请另选一位。</Notice>}
      {!isThere && <Notice kind="warn">没有人代班的话，新来的事会转给上一级。</Notice>}
    </View>
  )
}
