import { View } from '@tarojs/components'
import type { PlateLine } from '../../../contract/plate'
import { Tag } from '../../design/Tag/Tag'
import { Button } from '../../design/Button/Button'
import { Reissue } from './Reissue'

interface Props {
  line: PlateLine
  chosen: boolean
  onToggle: () => void
  /** Whether the form for a new plate is open here. */
  replacing: boolean
  onReplace: (open: boolean) => void
  onReplaced: (line: PlateLine) => void
}

/** One area: whether it is chosen, who is on its plate, and the plate's state. */
export const PlateRow = ({ line, chosen, onToggle, replacing, onReplace, onReplaced }: Props) => {
  const { area, where, officer, issue, ready, problem } = line
  return (
    <View className="plates__row">
      <View
        className={`plates__choice${chosen ? ' plates__choice--chosen' : ''}`}
        role="checkbox"
        tabIndex={0}
        aria-checked={chosen}
        aria-label={area.name}
        onClick={onToggle}
      >
        <View className="plates__box" aria-hidden>
          {chosen ? '✓' : ''}
        </View>
        <View className="plates__words">
          <View className="plates__name">{area.name}</View>
          <View className="plates__where">
            {where}
            {officer ? `，${officer}` : '，还没有网格员'}
          </View>
        </View>
        <Tag kind={ready ? 'calm' : 'warn'}>
          {issue === undefined ? '还没有牌子' : ready ? `第 ${issue} 版` : `第 ${issue} 版，等小程序码`}
        </Tag>
      </View>
      {problem && <View className="plates__problem">{problem}</View>}
      {issue !== undefined && !replacing && (
        <Button label={`给${area.name}换新牌`} onPress={() => onReplace(true)}>
          换新牌
        </Button>
      )}
      {issue !== undefined && replacing && (
        <Reissue area={area} issue={issue} onDone={onReplaced} onCancel={() => onReplace(false)} />
      )}
    </View>
  )
}
