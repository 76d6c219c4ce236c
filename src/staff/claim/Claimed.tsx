import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import type { Claim } from './index'

/** It worked: as whom, and what waits. */
export const Claimed = ({ name, posts, waiting }: Claim) => (
  <View>
    <Notice title={`绑定好了，${name}`}>
      {waiting ? `有${waiting}件事在您名下等着办，已经发到“我的”里的消息。` : '您名下现在没有要办的事。'}
    </Notice>
    <Card title="您的岗位">
      {posts.map(({ post, area }) => (
        <View key={`${area.id}${post}`} className="claim__part">
          {area.name} · {post}
        </View>
      ))}
      <View className="claim__soft">不是您的岗位？请马上告诉管您这片的同事，由他解除。</View>
    </Card>
    <Button kind="main" onPress={() => void Taro.redirectTo({ url: '/staff/worklist/index' })}>
      去我的待办
    </Button>
  </View>
)
