import { Textarea, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../design/Button/Button'

interface Props {
  text: string
  onChange: (text: string) => void
}

/** More than the cloud takes. */
const most = 600_000

/** A whole policy as JSON, to look at, to copy out and to paste into. */
export const BodyText = ({ text, onChange }: Props) => (
  <View>
    <Textarea
      className="edit__json"
      value={text}
      maxlength={most}
      aria-label="整份内容"
      nativeProps={{ 'aria-label': '整份内容' }}
      onInput={({ detail }) => onChange(detail.value)}
    />
    <View className="edit__part">
      <Button onPress={() => void Taro.setClipboardData({ data: text })}>复制整份</Button>
    </View>
    <View className="edit__part">
      <Button onPress={() => void paste(onChange)}>粘贴整份</Button>
    </View>
  </View>
)

const paste = async (onChange: (text: string) => void) => {
  const { data } = await Taro.getClipboardData()
  if (data) onChange(data)
}
