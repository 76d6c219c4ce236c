import type { View } from '../view'
import { card, empty, make, pre, soft, table, unfold } from '../dom'
import { readable, time } from '../words'

/** The messages that WeChat would have sent to phones. */
export const outbox: View = async cloud => {
  const { messages } = await cloud.view('outbox')
  return [
    card(
      '已发消息',
      '微信本该发到手机上的订阅消息；用户同意一次只能发一条。',
      messages.length
        ? table(
            ['时间', '种类', '收信人', '内容'],
            messages.map(({ at, kind, openid, body }) => [
              time(at),
              kind,
              make('code', {}, openid),
              unfold(soft('看'), pre(readable(body))),
            ]),
          )
        : empty('还没有消息。'),
    ),
  ]
}
