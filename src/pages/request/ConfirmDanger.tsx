import { requestService } from '../../../contract/request'
import { client } from '../../cloud/client'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import type { MoveProps } from './Moves'
import { useMove } from './useMove'

const { confirmDanger } = client(requestService)

/** A person judges what the machine doubted. That it is none is said by changing its tier. */
export const ConfirmDanger = (props: MoveProps) => {
  const { send, sending, error } = useMove(confirmDanger, props)
  const { id, version } = props.request
  return (
    <Card title="是急事吗？">
      {error && <Notice kind="danger">{error.message}</Notice>}
      <Notice>可能有危险，请马上打电话问清楚。是急事就点下面；不是，请改办理级别。</Notice>
      <Button kind="danger" busy={sending} onPress={() => void send({ id, version })}>
        是急事，报街道
      </Button>
    </Card>
  )
}
