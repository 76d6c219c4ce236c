import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { accountService } from '../../../contract/account'
import type { OutputOf } from '../../../contract/service'
import { leftWords } from '../../../domain/time/words'
import { now } from '../../cloud/now'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { recordAt } from '../report/recordAt'

type Work = NonNullable<OutputOf<typeof accountService, 'home'>['work']>

/** What waits for an officer, and the way there. */
export const WorkCard = ({ area, open, moreThanCounted, nextDueAt, mayRecord }: Work) => (
  <Card title={`我的待办 · ${area.name}`}>
    <View>
      {open ? `${open}${moreThanCounted ? ' 多' : ''} 件没办完` : '都办完了'}
      {nextDueAt !== undefined && `，最急的${leftWords(nextDueAt, now())}`}
    </View>
    <Button onPress={() => void Taro.navigateTo({ url: '/staff/worklist/index' })}>去办</Button>
    {mayRecord && (
      <View className="home__more">
        <Button onPress={() => recordAt(area)}>登记：巡查发现、代居民、热线</Button>
      </View>
    )}
  </Card>
)
