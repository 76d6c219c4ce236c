import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { RequestView } from '../../../contract/requestView'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import { PhotoStrip } from '../../design/PhotoStrip/PhotoStrip'

const open = (id: string) => void Taro.navigateTo({ url: `/pages/request/index?id=${id}` })

/** Who else it is about: joined households, and the reports that are dealt with in one. */
export const Together = ({ request }: { request: RequestView }) => {
  const { households, together, mergedInto, merged = [], crowded, mine } = request
  return (
    <View>
      {crowded && (
        <Notice kind="warn" title={`已有 ${households} 户遇到，是不是大家的事？`}>
          可以在“改级别或类别”里改为街道牵头办，或者提到街区议事。要不要改由您决定。一个账号算一户，同一家人分不出来。
        </Notice>
      )}
      {mine && together && (
        <Notice title="和邻居的同一件事一起办">办到哪一步会照样告诉您，办没办好由您自己确认。</Notice>
      )}
      {mergedInto && (
        <Notice title={`和 ${mergedInto.no} 一起办`}>
          <View>这一件的时限照样在走。</View>
          <Button label={`打开 ${mergedInto.no}`} onPress={() => open(mergedInto.id)}>
            打开那一件
          </Button>
        </Notice>
      )}
      {households > 1 && !crowded && <Notice title={`${households} 户遇到同一件事`} />}
      {merged.length > 0 && (
        <Card title={`并进来的 ${merged.length} 件`}>
          {merged.map(({ id, no, text, place, photos = [] }) => (
            <View key={id} className="request__merged">
              {text && <View>{text}</View>}
              <PhotoStrip photos={photos} />
              <View className="request__more request__move">
                {[place, `编号 ${no}`].filter(Boolean).join(' · ')}
              </View>
              <Button label={`打开 ${no}`} onPress={() => open(id)}>
                打开这一件
              </Button>
            </View>
          ))}
        </Card>
      )}
    </View>
  )
}
