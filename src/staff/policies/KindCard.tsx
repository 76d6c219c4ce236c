import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type policyService } from '../../../contract/policy'
import type { OutputOf } from '../../../contract/service'
import { whenWords } from '../../../domain/time/words'
import { now } from '../../cloud/now'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { GoBack } from './GoBack'
import { authorWords, policyWords, versionWords } from './policyWords'

type Kind = OutputOf<typeof policyService, 'list'>['kinds'][number]
type Version = Kind['versions'][number]

const edit = (from: string) => void Taro.navigateTo({ url: `/staff/policyEdit/index?from=${from}` })

/** One kind of policy: what is in force, the way to change it, and what was before. */
export const KindCard = ({ kind, active, versions }: Kind) => {
  const [all, setAll] = useState(false)
  const { name, hint } = policyWords[kind]
  const others = versions.filter(({ id }) => id !== active)
  const present = versions.find(({ id }) => id === active)
  return (
    <Card title={name}>
      <View className="policies__hint">{hint}</View>
      {present && <VersionWords {...present} before="现在用的是" />}
      <View className="policies__part">
        <Button label={`改一改${name}`} onPress={() => edit(active)}>
          改一改
        </Button>
      </View>
      {others.length > 0 && !all && (
        <View className="policies__part">
          <Button label={`${name}的其他版本，${others.length}个`} onPress={() => setAll(true)}>
            其他版本（{others.length}）
          </Button>
        </View>
      )}
      {all &&
        others.map(version => (
          <View key={version.id} className="policies__version">
            <VersionWords {...version} before="" />
            <View className="policies__part">
              <Button label={`看看${name}${versionWords(version.id)}`} onPress={() => edit(version.id)}>
                看看，照着改
              </Button>
            </View>
            <View className="policies__part">
              <GoBack kind={kind} version={version.id} />
            </View>
          </View>
        ))}
    </Card>
  )
}

const VersionWords = ({ id, at, by, note, before }: Version & { before: string }) => (
  <View>
    <View>
      {before}
      {versionWords(id)}
      {by && at !== undefined ? `，${authorWords(by)} ${whenWords(at, now())} 发布` : '，产品自带'}
    </View>
    {note && <View className="policies__more">{note}</View>}
  </View>
)
