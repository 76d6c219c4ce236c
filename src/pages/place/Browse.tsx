import { View } from '@tarojs/components'
import { useState } from 'react'
import { type AreaBrief, areaService } from '../../../contract/area'
import { client } from '../../cloud/client'
import { useAsk } from '../../cloud/useAsk'
import { Button } from '../../design/Button/Button'
import { Empty, Failed, Loading } from '../../design/Feedback/Feedback'

const { list } = client(areaService)

interface Props {
  /** An area at the end of the tree was chosen, or one on the way where that is allowed. */
  onFound: (area: AreaBrief) => void
  /** Areas on the way have people too. */
  alsoAbove: boolean
  /** Takes an area below the street instead of going on down: for the map of its ground. */
  onOpen?: (area: AreaBrief) => void
}

/** Choosing by name from the street down: community, block, grid; and the other nets over the same ground. */
export const Browse = ({ onFound, alsoAbove, onOpen }: Props) => {
  const [path, setPath] = useState<AreaBrief[]>([])
  const [tree, setTree] = useState<string>()
  const parent = path.at(-1)
  return (
    <View>
      {path.map((area, n) => (
        <View key={area.id} className="place__row">
          <Button label={`回到${area.name}`} onPress={() => setPath(path.slice(0, n + 1))}>
            ‹ {area.name}
          </Button>
        </View>
      ))}
      <Level
        key={`${parent?.id}${tree}`}
        {...(parent && { parent })}
        {...(tree && { tree })}
        alsoAbove={alsoAbove}
        onOpen={(area, within) => (onOpen && within ? onOpen(area) : setPath([...path, area]))}
        onTree={setTree}
        onFound={onFound}
      />
    </View>
  )
}

interface LevelProps extends Omit<Props, 'onOpen'> {
  parent?: AreaBrief
  tree?: string
  /** `within`: it lies below another, and is no street. */
  onOpen: (area: AreaBrief, within: boolean) => void
  onTree: (tree: string | undefined) => void
}

const Level = ({ parent, tree, alsoAbove, onOpen, onTree, onFound }: LevelProps) => {
  const { data, error, loading, reload } = useAsk(async () => {
    const here = await list({ ...(parent && { parentId: parent.id }), ...(tree && { tree }) })
    const [only, ...others] = here.areas
    // One street is no choice.
    return !parent && !tree && only && !others.length ? list({ parentId: only.id }) : here
  })
  const within = data?.parent
  return (
    <View>
      {loading && <Loading />}
      {error && <Failed error={error} onRetry={() => void reload()} />}
      {data && (
        <View>
          <View className="place__ask" role="heading" aria-level={2}>
            {within ? `${within.name}里的哪一个？` : '您在哪个街道？'}
          </View>
          {data.areas.length === 0 && <Empty title="这里还没有名单" hint="请换个办法找。" />}
          {data.areas.map(area => (
            <View key={area.id} className="place__row">
              <Button onPress={() => (area.children ? onOpen(area, !!within) : onFound(area))}>
                {area.name}
              </Button>
            </View>
          ))}
          {within && alsoAbove && (
            <View className="place__row">
              <Button onPress={() => onFound(within)}>看{within.name}的工作人员</Button>
            </View>
          )}
          {data.trees.map(({ id, name }) => (
            <View key={id} className="place__row">
              <Button onPress={() => onTree(id)}>看{name}的名单</Button>
            </View>
          ))}
          {tree && <Button onPress={() => onTree(undefined)}>回到一般网格的名单</Button>}
        </View>
      )}
    </View>
  )
}
