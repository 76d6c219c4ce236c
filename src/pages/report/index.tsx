import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { homePlaceId, type HouseholdPlace } from '../../../contract/account'
import { textMost, tiles, tileWords } from '../../../contract/requestTerms'
import type { SimilarLine } from '../../../contract/requestSimilar'
import type { RequestView } from '../../../contract/requestView'
import { dangerLines } from '../../../domain/triage/danger'
import { CloudError } from '../../cloud/CloudError'
import { Button } from '../../design/Button/Button'
import { Field } from '../../design/Field/Field'
import { Notice } from '../../design/Notice/Notice'
import { PhotoPicker } from '../../design/PhotoStrip/PhotoPicker'
import { Screen } from '../../design/Screen/Screen'
import { Tiles } from '../../design/Tiles/Tiles'
import { choosePlace } from '../../platform/place'
import { CallBar } from '../../design/CallBar/CallBar'
import { homeGrid, remembered } from '../../household/remembered'
import { useConsent } from '../place/useConsent'
import { askSimilar } from './askSimilar'
import { type Draft, dropDraft, keepDraft, recallDraft } from './draft'
import { EmergencyLines } from './EmergencyLines'
import { Received } from './Received'
import { sendReport } from './sendReport'
import { Similar } from './Similar'
import { WhoBrings } from './WhoBrings'
import './index.scss'

const tileChoices = tiles.map(value => ({ value, words: tileWords[value] }))

interface State {
  sending: boolean
  error?: CloudError
  /** What neighbours have reported, to join instead of sending. */
  similar?: SimilarLine[]
  received?: RequestView
  /** What was sent. */
  draft?: Draft
}

/** 我要反映: one sentence, then as much more as she likes. Danger shows the numbers to call before anything is sent. */
export default function ReportPage() {
  const [draft, setDraft] = useState(recallDraft)
  const [state, setState] = useState<State>({
    sending: false,
  })
  const sending = useRef(false)
  const consent = useConsent()
  // Whoever came as an officer may still choose otherwise.
  const [brings] = useState(draft.source !== undefined)
  const family = (remembered().places ?? []).filter(({ grid }) => grid)
  // Pictures and places come when the person is done choosing: they join what the draft is then, not what it was.
  const latest = useRef(draft)
  const change = (part: Partial<Draft>) => {
    // Different words are a different report; what was sent under the old token stays what it was.
    latest.current = { ...latest.current, token: undefined, ...part }
    setDraft(latest.current)
    keepDraft(latest.current)
  }
  const pick = async () => {
    const place = await choosePlace(homeGrid(), consent.ask)
    if (place)
      change({
        place: { ...(place.point && { point: place.point }), ...(place.gridId && { gridId: place.gridId }) },
        address: place.address ?? latest.current.address,
        placeId: undefined,
      })
  }
  const choose = (place?: HouseholdPlace) =>
    place?.grid &&
    change({
      place: { gridId: place.grid.id },
      address: place.building ?? place.grid.name,
      placeId: place.id,
    })
  const send = async ({ isAsked = false } = {}) => {
    if (sending.current) return
    sending.current = true
    setState({ sending: true })
    try {
      // Asked once, before the first sending: a retry is a decision. Danger is never held up by a question, nor an officer,
      // who joins nothing and finds the same matter on the request's page.
      if (!isAsked && !latest.current.token && !latest.current.source && !dangerLines(latest.current.text)) {
        const similar = await askSimilar(latest.current, homeGrid())
        if (similar.length) return setState({ sending: false, similar })
      }
      const draft = latest.current
      const received = await sendReport(draft, homeGrid())
      dropDraft()
      setState({ sending: false, received, draft })
    } catch (error) {
      setState({
        sending: false,
        error:
          error instanceof CloudError
            ? error
            : new CloudError('internal', '出了点问题，内容已经存好，请再点一次发送。'),
      })
      latest.current = recallDraft()
      setDraft(latest.current)
    } finally {
      sending.current = false
    }
  }

  // What takes the form's place begins at its top, wherever she had scrolled to.
  const isReplaced = !!state.similar || !!state.received
  useEffect(() => {
    if (isReplaced) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }, [isReplaced])

  if (state.received)
    return (
      <Screen>
        <Received request={state.received} {...(state.draft && { draft: state.draft })} />
        {!state.received.handler && <CallBar />}
      </Screen>
    )
  if (state.similar)
    return (
      <Screen>
        {state.similar.every(({ mine }) => mine) ? (
          <Notice title="您好像已经反映过了">是同一件就不用再写，办到哪一步会告诉您。</Notice>
        ) : (
          <Notice title="邻居好像已经反映了">是同一件就点“我也遇到”，不用再写，办到哪一步会告诉您。</Notice>
        )}
        <Similar lines={state.similar} onJoined={dropDraft} />
        <Button onPress={() => void send({ isAsked: true })}>不是同一件，继续上报</Button>
        <View className="report__line">
          <Button onPress={() => setState({ sending: false })}>回去改一改</Button>
        </View>
      </Screen>
    )
  const danger = dangerLines(draft.text)
  const wrong = (field: string) => (state.error?.field?.startsWith(field) ? state.error.message : undefined)
  const at = family.find(({ id }) => id === draft.placeId)
  const placed = !at && (draft.place.point || draft.place.gridId)
  return (
    <Screen>
      {danger && <EmergencyLines lines={danger.lines} word={danger.word} />}
      {state.error && (
        <Notice kind={state.error.code === 'offline' ? 'warn' : 'danger'} title="还没发出去">
          {state.error.message}
        </Notice>
      )}
      {brings && <WhoBrings draft={draft} onChange={change} wrong={wrong} />}
      <Field
        long
        label="什么事？一句话就行"
        hint="比如：3栋2单元楼道灯不亮"
        most={textMost}
        value={draft.text}
        onChange={text => change({ text })}
        {...(wrong('text') && { error: wrong('text') })}
      />
      <View className="report__part">
        <PhotoPicker photos={draft.photos} onChange={photos => change({ photos })} />
      </View>
      <Field
        label="在哪里？"
        hint="如：3栋2单元旁边"
        most={100}
        value={draft.address}
        onChange={address => change({ address })}
        {...(wrong('place') && { error: wrong('place') })}
      />
      {family.some(({ id }) => id !== homePlaceId) && (
        <Tiles
          label="在谁家"
          choices={family.map(({ id, label }) => ({ value: id, words: label }))}
          {...(at && { chosen: at.id })}
          onChoose={id => choose(family.find(place => place.id === id))}
        />
      )}
      {consent.sheet ?? (
        <View className="report__part">
          <Button onPress={() => void pick()}>{placed ? '地图上选好了，重新选' : '在地图上选'}</Button>
        </View>
      )}
      <View className="report__label">哪一类？不选也可以</View>
      <Tiles
        label="哪一类"
        choices={tileChoices}
        {...(draft.tile && { chosen: draft.tile })}
        onChoose={tile => change({ tile: tile === draft.tile ? undefined : tile })}
      />
      <Button kind="main" busy={state.sending} onPress={() => void send()}>
        发送
      </Button>
      <CallBar />
    </Screen>
  )
}
