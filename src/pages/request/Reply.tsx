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

const { reply } = client(requestService)

/** A word from either side, with pictures. */
export const Reply = (props: MoveProps) => {
  const { text, setText, photos, setPhotos, upload } = useWordsAndPhotos()
  const { id } = props.request
  const action = useCallback(
    async ({ text: said, token }: { text: string; token: string }) =>
      reply({ id, text: said, photos: await upload(), token }),
    [id, upload],
  )
  const { send, sending, error } = useMove(action, props)
  return (
    <Card title="说一句">
      {error && !error.field && <Notice kind="danger">{error.message}</Notice>}
      <Field
        long
        label={props.request.mine ? '补充什么？' : '回复居民'}
        value={text}
        onChange={setText}
        {...(error?.field === 'text' && { error: error.message })}
      />
      <PhotoPicker photos={photos} onChange={setPhotos} />
      <Button kind="main" busy={sending} onPress={() => void send({ text })}>
        发出
      </Button>
    </Card>
  )
}
