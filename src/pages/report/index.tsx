import { View } from '@tarojs/components'
import { textMost } from '../../../contract/request'

export default function Page() {
  return (
    <View role="main" aria-hidden={false}>
      {textMost}
    </View>
  )
}
