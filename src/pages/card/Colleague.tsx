import { View } from '@tarojs/components'
import type { AreaBrief, GridCard } from '../../../contract/area'
import { now } from '../../cloud/now'
import { Button } from '../../design/Button/Button'
import { dutyNow } from '../../design/OfficerCard/dutyNow'
import { dial } from '../../platform/phone'

type Person = Omit<NonNullable<GridCard['team']>[number], 'area'> & { area: AreaBrief['name'] }

/** One more person of an area: who, for what ground, and their number while they are there. */
export const Colleague = ({ name, post, area, workPhone, ...rest }: Person) => {
  const { on, words } = dutyNow(rest, now())
  return (
    <View className="full-card__colleague">
      <View className="full-card__who">
        <View>
          {name} · {post}
        </View>
        <View className="full-card__more">
          {area}，{words}
        </View>
      </View>
      {on && workPhone && (
        <Button label={`打电话给${post}${name}`} onPress={() => dial(workPhone)}>
          打电话
        </Button>
      )}
    </View>
  )
}
