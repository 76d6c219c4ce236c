import { useCallback, useState } from 'react'
import { requestService } from '../../../contract/request'
import type { Milestone } from '../../../contract/requestTerms'
import { client } from '../../cloud/client'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Field } from '../../design/Field/Field'
import { Notice } from '../../design/Notice/Notice'
import { Tiles } from '../../design/Tiles/Tiles'
import { PhotoPicker } from '../../design/PhotoStrip/PhotoPicker'
import type { MoveProps } from './Moves'
import { useMove } from './useMove'
import { useWordsAndPhotos } from './useWordsAndPhotos'

const { reply } = client(requestService)

const milestoneWords: Record<Milestone, string> = { onSite: '已到现场', controlled: '险情已控制' }

/** A word from either side, with pictures. */
export const Reply = (props: MoveProps) => {
  const { text, setText, photos, setPhotos, upload } = useWordsAndPhotos()
  const [reached, setReached] = useState<Milestone>()
  const [toMerged, setToMerged] = useState<'all' | 'one'>('one')
  const { id, mine, clocks, merged = [] } = props.request
  // What a danger still has to reach, and only the officer sees.
  const ahead = clocks.flatMap(({ name }) => (name === 'onSite' || name === 'controlled' ? [name] : []))
  const action = useCallback(
    async (said: { text: string; reached?: Milestone; toMerged?: boolean; token: string }) =>
      reply({ id, ...said, photos: await upload() }),
    [id, upload],
  )
  const { send, sending, error } = useMove(action, props)
  return (
    <Card title="说一句">
      {error && !error.field && <Notice kind="danger">{error.message}</Notice>}
      {!mine && ahead.length > 0 && (
        <Tiles
          label="到哪一步了"
          choices={ahead.map(value => ({ value, words: milestoneWords[value] }))}
          {...(reached && { chosen: reached })}
          onChoose={setReached}
        />
      )}
      <Field
        long
        label={mine ? '补充什么？' : '回复居民'}
        value={text}
        onChange={setText}
        {...(error?.field === 'text' && { error: error.message })}
      />
      {merged.length > 0 && (
        <Tiles
          label="说给谁"
          choices={[
            { value: 'one', words: '只回这一位' },
            { value: 'all', words: `并案的 ${merged.length} 位也收到` },
          ]}
          chosen={toMerged}
          onChoose={setToMerged}
        />
      )}
      <PhotoPicker photos={photos} onChange={setPhotos} />
      <Button
        kind="main"
        busy={sending}
        onPress={() =>
          void send({ text, ...(reached && { reached }), ...(toMerged === 'all' && { toMerged: true }) })
        }
      >
        发出
      </Button>
    </Card>
  )
}
