import { View } from '@tarojs/components'

export default function Page() {
  return (
    <View role="main" aria-hidden={false}>
      pages/topic
    </View>
  )
}
