import { useCallback, useState } from 'react'
import { requestService } from '../../../contract/request'
import type { Manner } from '../../../contract/requestTerms'
import { client } from '../../cloud/client'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Field } from '../../design/Field/Field'
import { Notice } from '../../design/Notice/Notice'
import { PhotoPicker } from '../../design/PhotoStrip/PhotoPicker'
import { Tiles } from '../../design/Tiles/Tiles'
import type { MoveProps } from './Moves'
import { useMove } from './useMove'
import { useWordsAndPhotos } from './useWordsAndPhotos'

const { resolve } = client(requestService)

const manners = [
  { value: 'help', words: '上门帮忙' },
  { value: 'intervene', words: '出面处理' },
] as const

/** An officer says it is done: how, in words, and with a picture of it. */
export const Resolve = (props: MoveProps) => {
  const { text, setText, photos, setPhotos, upload } = useWordsAndPhotos()
  const [manner, setManner] = useState<Manner>('help')
  const { id, version, merged = [] } = props.request
  const action = useCallback(
    async (said: { version: number; text: string; manner: Manner; token: string }) =>
      resolve({ id, ...said, photos: await upload() }),
    [id, upload],
  )
  const { send, sending, error } = useMove(action, props)
  return (
    <Card title="办好了">
      {error && !error.field && <Notice kind="danger">{error.message}</Notice>}
      <Tiles label="怎么办的" choices={manners} chosen={manner} onChoose={setManner} />
      <Field
        long
        label="怎么办好的，告诉居民"
        value={text}
        onChange={setText}
        {...(error?.field === 'text' && { error: error.message })}
      />
      {merged.length > 0 && (
        <Notice>并案的 {merged.length} 位居民也会看到这段话，请不要写名字和门牌。</Notice>
      )}
      <PhotoPicker photos={photos} onChange={setPhotos} />
      <Button kind="main" busy={sending} onPress={() => void send({ version, text, manner })}>
        办好了，请居民确认
      </Button>
    </Card>
  )
}
