import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { rosterService } from '../../../contract/roster'
import type { OutputOf } from '../../../contract/service'
import { client } from '../../cloud/client'
import { useCall } from '../../cloud/useCall'
import { Card } from '../../design/Card/Card'
import { Empty, Failed, Loading } from '../../design/Feedback/Feedback'
import { Screen } from '../../design/Screen/Screen'
import { Tiles } from '../../design/Tiles/Tiles'
import { colleagueWords, leaveWords } from './leaveWords'
import { GapLine } from './GapLine'
import { RosterCard } from './RosterCard'
import './index.scss'

const { read } = client(rosterService)

type Roster = OutputOf<typeof rosterService, 'read'>

/** 班组和请假: my posts and leaves, for whom I stand in, and for those in charge their staff, area by area. One call. */
export default function RosterPage() {
  const [areaId, setAreaId] = useState<string>()
  const { data, error, loading, reload } = useCall(() => read({ ...(areaId && { areaId }) }))
  const shown = useRef(areaId)
  useEffect(() => {
    if (shown.current !== areaId) void reload()
    shown.current = areaId
  }, [areaId, reload])
  return (
    <Screen>
      {loading && <Loading />}
      {error && <Failed error={error} onRetry={() => void reload()} />}
      {data && <Own {...data} onChanged={() => void reload()} />}
      {data?.staff && <Staff {...data.staff} onArea={setAreaId} onChanged={() => void reload()} />}
    </Screen>
  )
}

const Own = ({ mine, standingIn, onChanged }: Roster & { onChanged: () => void }) => (
  <View>
    <View className="roster__heading">我的岗位</View>
    {mine.map(line => (
      <RosterCard key={`${line.area.id}${line.post}`} line={line} isOwn onChanged={onChanged} />
    ))}
    {standingIn.length > 0 && (
      <Card title="我在替别人代班">
        {standingIn.map(({ for: absent, ...times }) => (
          <View key={`${absent.id}${times.from}`} className="roster__part">
            {colleagueWords(absent)}：{leaveWords(times)}
          </View>
        ))}
      </Card>
    )}
  </View>
)

type StaffProps = NonNullable<Roster['staff']> & { onArea: (areaId: string) => void; onChanged: () => void }

const Staff = ({ area, path, below, lines, gaps, onArea, onChanged }: StaffProps) => (
  <View>
    <View className="roster__heading">{area.name}的班组</View>
    {path.length > 1 && (
      <Tiles
        label="往上看"
        choices={path.map(({ id, name }) => ({ value: id, words: name }))}
        chosen={area.id}
        onChoose={onArea}
      />
    )}
    {gaps.map(gap => (
      <GapLine key={gap.id} {...gap} />
    ))}
    {lines.map(line => (
      <RosterCard key={`${area.id}${line.id}${line.post}`} line={line} onChanged={onChanged} />
    ))}
    {!lines.length && <Empty title="这一片还没有安排人" />}
    {below.length > 0 && (
      <>
        <View className="roster__heading">下面的片区</View>
        <Tiles
          label="看下面哪一片"
          choices={below.map(({ id, name }) => ({ value: id, words: name }))}
          onChoose={onArea}
        />
      </>
    )}
  </View>
)
