import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { requestService } from '../../../contract/request'
import type { SimilarLine } from '../../../contract/requestSimilar'
import { client } from '../../cloud/client'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { NeighbourRow } from '../../design/NeighbourRow/NeighbourRow'
import { Notice } from '../../design/Notice/Notice'

const { join } = client(requestService)

/** What neighbours have reported already; each can be joined. `onJoined` hears of it before the page changes. */
export const Similar = ({ lines, onJoined }: { lines: readonly SimilarLine[]; onJoined?: () => void }) => {
  const { send, sending, error } = useSend(join)
  const joinIt = async (id: string) => {
    if (!(await send({ id }))) return
    onJoined?.()
    await Taro.redirectTo({ url: `/pages/joined/index?id=${id}` })
  }
  return (
    <View>
      {error && (
        <Notice kind="danger" title="还没加上">
          {error.message}
        </Notice>
      )}
      {lines.map(line => (
        <NeighbourRow key={line.id} line={line} reasons={line.reasons}>
          {line.mine ? (
            <View>您已经反映或关注了这件事。</View>
          ) : (
            <Button
              kind="main"
              busy={sending}
              label={`我也遇到：${line.what}，${line.place}`}
              onPress={() => void joinIt(line.id)}
            >
              我也遇到
            </Button>
          )}
        </NeighbourRow>
      ))}
    </View>
  )
}
