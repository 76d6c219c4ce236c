import { useCallback } from 'react'
import { requestService } from '../../../contract/request'
import { client } from '../../cloud/client'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Field } from '../../design/Field/Field'
import { Notice } from '../../design/Notice/Notice'
import { PhotoPicker } from '../../design/PhotoStrip/PhotoPicker'
import type { MoveProps } from './Moves'
import { useMove } from './useMove'
import { useWordsAndPhotos } from './useWordsAndPhotos'

const { answerInfo } = client(requestService)

/** What was asked, and the answer: the reporter's own, or what the officer heard from them by telephone. */
export const AnswerInfo = (props: MoveProps) => {
  const { text, setText, photos, setPhotos, upload } = useWordsAndPhotos()
  const { id, mine, timeline } = props.request
  const asked = timeline.filter(({ kind }) => kind === 'infoAsked').at(-1)?.text
  const action = useCallback(
    async (said: { text: string; token: string }) => answerInfo({ id, ...said, photos: await upload() }),
    [id, upload],
  )
  const { send, sending, error } = useMove(action, props)
  return (
    <Card title={mine ? '请您补充' : '居民在电话里说了'}>
      {asked && <Notice kind="warn">{asked}</Notice>}
      {error && !error.field && <Notice kind="danger">{error.message}</Notice>}
      <Field
        long
        label={mine ? '补充什么？' : '居民怎么说？'}
        value={text}
        onChange={setText}
        {...(error?.field === 'text' && { error: error.message })}
      />
      <PhotoPicker photos={photos} onChange={setPhotos} />
      <Button kind="main" busy={sending} onPress={() => void send({ text })}>
        {mine ? '补充好了' : '记下，接着办'}
      </Button>
    </Card>
  )
}
