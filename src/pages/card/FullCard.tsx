import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { areaCard, OtherNet } from '../../../contract/area'
import type { Place } from '../../../contract/place'
import type * as z from '../../../contract/zod'
import { Button } from '../../design/Button/Button'
import { CallBar } from '../../design/CallBar/CallBar'
import { Card } from '../../design/Card/Card'
import { OfficerCard } from '../../design/OfficerCard/OfficerCard'
import { ShareButton } from '../../platform/share'
import { reportAt } from '../report/reportAt'
import { Colleague } from './Colleague'
import { LiveHere } from './LiveHere'
import { Others } from './Others'
import './FullCard.scss'

interface Props {
  card: z.infer<typeof areaCard> & { others?: readonly OtherNet[] }
  /** Where exactly, when the person came from a place: a report from here begins with it. */
  place?: Place
  /** What else can be done on this page; before the telephone, which is at the foot. */
  children?: ReactNode
}

/** Everything about who looks after an area: whom to call, what they do, how the month went, who else there is. */
export const FullCard = ({ card, place, children }: Props) => {
  const { grid, path, officer, duties, month, team, others = [] } = card
  const building = place?.address === grid.name ? undefined : place?.address
  return (
    <View>
      <View className="full-card__path">{path.map(({ name }) => name).join(' · ')}</View>
      <Card title={grid.name}>
        <OfficerCard {...card} canCall={false} />
      </Card>
      <View className="full-card__do">
        {/* Figures are of areas people live in; only there can a report lie. */}
        <Button onPress={() => reportAt(place ?? {}, month && grid)}>在这里反映</Button>
      </View>
      <View className="full-card__do">
        <ShareButton
          className="button button--plain"
          title={officer ? `${grid.name}的${officer.post}：${officer.name}` : `${grid.name}找谁办事`}
          path={`/pages/card/index?area=${grid.id}`}
          words="转给街坊群"
        />
      </View>
      {duties && duties.length > 0 && (
        <Card title="有哪些事找他">
          {duties.map(duty => (
            <View key={duty}>· {duty}</View>
          ))}
        </Card>
      )}
      {month && (
        <Card title="这片这个月">
          <View>
            {month.received
              ? `收到 ${month.received} 件，办完 ${month.settled} 件${month.toConfirm ? `，还有 ${month.toConfirm} 件办好了等居民确认` : ''}。`
              : '还没有人反映什么事。'}
          </View>
          <View className="full-card__more">数的是这一片，不是哪个人。</View>
        </Card>
      )}
      {team && team.length > 0 && (
        <Card title="还可以找谁">
          {team.map(person => (
            <Colleague key={`${person.id}${person.post}${person.area}`} {...person} />
          ))}
        </Card>
      )}
      {others.length > 0 && <Others others={others} />}
      {month && <LiveHere grid={grid} {...(building && { building })} />}
      <Button onPress={() => void Taro.switchTab({ url: '/pages/home/index' })}>回首页</Button>
      {children}
      <CallBar kind="main" card={card} />
    </View>
  )
}
