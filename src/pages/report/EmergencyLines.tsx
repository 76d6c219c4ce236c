import { View } from '@tarojs/components'
import { Button } from '../../design/Button/Button'
import { Notice } from '../../design/Notice/Notice'
import { dial } from '../../platform/phone'

const lineWords: Record<string, string> = {
  '110': '报警',
  '119': '火警救援',
  '120': '急救',
  '122': '交通事故',
}

/** The numbers to call first: this app is no emergency line. `word` is what she has written and not yet sent. */
export const EmergencyLines = ({ lines, word }: { lines: readonly string[]; word?: string }) => (
  <Notice kind="danger" title={word ? '有危险？先打电话，再反映' : '有危险？先打电话'}>
    <View>{word ? `您写到“${word}”。` : ''}请先离开危险的地方。这里不是报警电话。</View>
    {lines.map(line => (
      <View key={line} className="report__line">
        <Button kind="danger" label={`打${line}，${lineWords[line] ?? ''}`} onPress={() => dial(line)}>
          打 {line} {lineWords[line]}
        </Button>
      </View>
    ))}
  </Notice>
)
