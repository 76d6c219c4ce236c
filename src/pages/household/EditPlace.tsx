import { View } from '@tarojs/components'
import { useState } from 'react'
import { accountService, type HouseholdPlace, labelMost } from '../../../contract/account'
import { client } from '../../cloud/client'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Field } from '../../design/Field/Field'
import { Notice } from '../../design/Notice/Notice'
import { Tiles } from '../../design/Tiles/Tiles'
import { pickOnOurMap } from '../../platform/place/pickOnOurMap'

const { keepPlace } = client(accountService)

/** A place as it is being entered or changed; without an id a new one. */
export type Editing = Partial<HouseholdPlace>

/** What most families call them, so that nobody has to type. */
const usual = ['爸妈家', '岳父母家', '孩子家', '奶奶家'].map(words => ({ value: words, words }))

interface Props {
  editing: Editing
  onDone: (answer: { places: HouseholdPlace[] }) => void
  onCancel: () => void
}

/** Entering or changing a place of the family: what it is called, and where. */
export const EditPlace = ({ editing, onDone, onCancel }: Props) => {
  const [place, setPlace] = useState(editing)
  const { send, sending, error } = useSend(keepPlace)
  const { id, label = '', grid, building = '' } = place
  const pick = async () => {
    const chosen = await pickOnOurMap('family')
    if (!chosen?.gridId) return
    const name = chosen.gridName ?? ''
    setPlace(before => ({
      ...before,
      grid: { id: chosen.gridId ?? '', name, kind: '' },
      building: chosen.address === name ? '' : (chosen.address ?? ''),
    }))
  }
  const keep = async () => {
    if (!grid) return
    const answer = await send({
      ...(id && { placeId: id }),
      label,
      gridId: grid.id,
      ...(building.trim() && { building }),
    })
    if (answer) onDone(answer)
  }
  return (
    <Card title={id ? '更改' : '记一个家人的地方'}>
      <Tiles
        label="谁家"
        choices={usual}
        chosen={label}
        onChoose={value => setPlace({ ...place, label: value })}
      />
      <Field
        label="谁家？也可以自己写"
        hint="如：妈妈家"
        most={labelMost}
        value={label}
        onChange={value => setPlace({ ...place, label: value })}
        {...(error?.field === 'label' && { error: error.message })}
      />
      <View className="household__do">
        <Button onPress={() => void pick()}>{grid ? `在${grid.name}，重新选` : '选在哪里'}</Button>
      </View>
      {grid && (
        <Field
          label="哪栋楼？不写也行"
          hint="如：3栋。门牌号不会留下"
          most={30}
          value={building}
          onChange={value => setPlace({ ...place, building: value })}
        />
      )}
      {error && error.field !== 'label' && <Notice kind="danger">{error.message}</Notice>}
      <View className="household__do">
        <Button kind="main" busy={sending} disabled={!grid || !label.trim()} onPress={() => void keep()}>
          记下来
        </Button>
      </View>
      <Button onPress={onCancel}>不记了</Button>
    </Card>
  )
}
