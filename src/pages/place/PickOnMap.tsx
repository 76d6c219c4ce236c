import { View } from '@tarojs/components'
import { useState } from 'react'
import { type AreaBrief, areaService } from '../../../contract/area'
import type { Point } from '../../../contract/place'
import { contains } from '../../../domain/area/contains'
import { client } from '../../cloud/client'
import { useAsk } from '../../cloud/useAsk'
import { Button } from '../../design/Button/Button'
import { Failed, Loading } from '../../design/Feedback/Feedback'
import { Field } from '../../design/Field/Field'
import { GridMap } from '../../design/GridMap'
import { Notice } from '../../design/Notice/Notice'
import type { Found, Mapped } from './found'
import { useMyPlace } from './useMyPlace'

const { map } = client(areaService)

/** From this many grids on, the list beside the map can be narrowed. */
const narrowFrom = 8

interface Props {
  /** An area of the ground to show. */
  near: string
  busy: boolean
  onDone: (found: Found) => void
  /** Another ground, from the list. */
  onElsewhere: () => void
}

/** One community's grids on the map and as a list beside it: touch either. */
export const PickOnMap = ({ near, onElsewhere, ...rest }: Props) => {
  const { data, error, loading, reload } = useAsk(() => map({ areaId: near }))
  return (
    <View>
      {loading && <Loading />}
      {error && <Failed error={error} onRetry={() => void reload()} />}
      {data && <Grids mapped={data} {...rest} />}
      <Button onPress={onElsewhere}>不在这里，换个社区</Button>
    </View>
  )
}

const Grids = ({ mapped, busy, onDone }: Pick<Props, 'busy' | 'onDone'> & { mapped: Mapped }) => {
  const [chosen, setChosen] = useState<{ id: string; point?: Point }>()
  const [me, setMe] = useState<Point>()
  const [outside, setOutside] = useState('')
  const [words, setWords] = useState('')
  const mine = useMyPlace()
  const whereAmI = async () => {
    const place = await mine.ask()
    if (!place) return
    const point = place === 'refused' ? undefined : place.point
    const here = point && mapped.areas.find(({ boundary }) => contains(boundary, point))
    setOutside(point ? (here ? '' : '您现在不在这张图里。') : '没关系，在图上点或从下面选就行。')
    setMe(point)
    if (here && point) setChosen({ id: here.id, point })
  }
  const area = mapped.areas.find(({ id }) => id === chosen?.id)
  const listed = mapped.areas.filter(({ name }) => name.includes(words.trim()))
  const done = ({ id, name, kind }: AreaBrief) =>
    onDone({
      area: { id, name, kind },
      place: { ...(chosen?.point && { point: chosen.point }), address: name },
    })
  // The list is long: what was chosen there is confirmed there.
  const isFromList = area !== undefined && !chosen?.point
  const confirm = (
    <View className="place__done">
      <Button kind="main" busy={busy} disabled={!area} onPress={() => area && done(area)}>
        {area ? `就是${area.name}` : '先选一个网格'}
      </Button>
    </View>
  )
  return (
    <View>
      <View className="place__ask" role="heading" aria-level={2}>
        {mapped.within.name}：在图上点一下，或从下面选
      </View>
      <GridMap
        grids={mapped.areas}
        {...(chosen && { selected: chosen.id })}
        {...(chosen?.point && { pin: chosen.point })}
        {...(me && { me })}
        onTouch={(point, id) => setChosen({ id, point })}
      />
      {mine.sheet}
      {outside && <Notice>{outside}</Notice>}
      <View className="place__row">
        <Button onPress={() => void whereAmI()}>我在图上哪里</Button>
      </View>
      {isFromList ? null : confirm}
      {mapped.areas.length >= narrowFrom && (
        <Field label="在名单里找" hint="网格名里的字" most={20} value={words} onChange={setWords} />
      )}
      {listed.length === 0 && <View className="place__hint">名单里没有这个名字。</View>}
      <View className="place__grids" role="radiogroup" aria-label="网格名单">
        {listed.map(({ id, name }) => (
          <View key={id}>
            <View
              className={`place__grid${id === chosen?.id ? ' place__grid--chosen' : ''}`}
              role="radio"
              tabIndex={0}
              aria-checked={id === chosen?.id}
              aria-label={name}
              onClick={() => setChosen({ id })}
            >
              {name}
            </View>
            {isFromList && id === chosen?.id && confirm}
          </View>
        ))}
      </View>
    </View>
  )
}
