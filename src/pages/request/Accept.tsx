import { requestService } from '../../../contract/request'
import { client } from '../../cloud/client'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import type { MoveProps } from './Moves'
import { useMove } from './useMove'

const { accept } = client(requestService)

/** An officer takes it on. */
export const Accept = (props: MoveProps) => {
  const { send, sending, error } = useMove(accept, props)
  const { id, version } = props.request
  return (
    <Card title="由我来办">
      {error && <Notice kind="danger">{error.message}</Notice>}
      <Button kind="main" busy={sending} onPress={() => void send({ id, version })}>
        受理
      </Button>
    </Card>
  )
}
