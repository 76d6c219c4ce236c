import type { LogEntry } from '../../functions/functionLog'
import type { View } from '../view'
import { card, empty, make, pre, soft, table, unfold } from '../dom'
import { duration, time } from '../words'

/** The last calls of functions: what each cost, printed and failed with. */
export const log: View = async cloud => {
  const { calls } = await cloud.view('log')
  return [
    card(
      '函数日志',
      '最近的调用，新的在上；点开一次调用，看它做了哪些数据库操作、打印了什么。',
      calls.length
        ? table(
            ['时间', '函数', '来源', { number: '用时' }, { number: '操作' }, { number: '读 / 得' }, '详情'],
            calls.map(row),
          )
        : empty('还没有调用。'),
    ),
  ]
}

const row = (call: LogEntry) => [
  time(call.at),
  make(
    'span',
    {},
    call.fn,
    ' ',
    ...(call.cold ? [make('span', { className: 'tag' }, '冷启动')] : []),
    ...(call.error === undefined ? [] : [make('span', { className: 'tag bad' }, '出错')]),
  ),
  soft(call.source),
  duration(call.ms),
  String(call.ops),
  `${call.examined} / ${call.returned}`,
  details(call),
]

const details = ({ actions, output, error, openid }: LogEntry): HTMLElement => {
  const lines = actions.map(
    ({ action, collection = '', examined, returned, ms }) =>
      `${action} ${collection}  读 ${examined} 得 ${returned}  ${duration(ms)}`,
  )
  return unfold(
    soft('看'),
    make('p', { className: 'soft small' }, openid === undefined ? '没有用户（定时器）' : `用户 ${openid}`),
    ...(error === undefined ? [] : [make('pre', { className: 'bad' }, error)]),
    pre(lines.length ? lines.join('\n') : '没有访问云'),
    ...(output.length ? [pre(output.join('\n'))] : []),
  )
}
