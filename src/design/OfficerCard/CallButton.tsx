import Taro from '@tarojs/taro'
import type { GridCard } from '../../../contract/area'
import { whoToCall } from '../../../domain/account/whoToCall'
import { now } from '../../cloud/now'
import { dial } from '../../platform/phone'
import { Button } from '../Button/Button'

type Props = Pick<GridCard, 'officer' | 'dutyPhone'> & { kind?: 'main' | 'plain' }

/** Rings whoever can be rung for a place at this moment; when nobody can, a message is the way. */
export const CallButton = ({ officer, dutyPhone, kind = 'main' }: Props) => {
  const call = whoToCall({ ...(officer && { officer }), ...(dutyPhone && { dutyPhone }) }, now())
  if (!call)
    return (
      <Button kind={kind} onPress={() => void Taro.navigateTo({ url: '/pages/report/index' })}>
        现在没人接电话，写下来告诉我们
      </Button>
    )
  return (
    <Button
      kind={kind}
      label={call.name ? `打电话给${call.name}` : '打电话给值班的人'}
      onPress={() => dial(call.number)}
    >
      {call.name ? `打电话 · ${call.name}` : '打电话 · 值班'}
    </Button>
  )
}
