import type { TimerView } from '../../gateway/consoleViews'
import type { View } from '../view'
import type { Cloud } from '../cloud'
import { card, empty, make, notice, pre, soft, table } from '../dom'
import { readable, time } from '../words'

/** The timers: when each fires next, and a button to run it now where that is allowed. */
export const timers: View = async (cloud, { mayChange }) => {
  const { timers: known } = await cloud.view('timers')
  return [
    card(
      '定时器',
      mayChange ? '时间表达式按中国时间。' : '时间表达式按中国时间。要现在运行，请用 --allow-changes 启动。',
      known.length
        ? table(
            ['函数', '名称', '时间表达式', '下一次', '运行'],
            known.map(timer => [
              timer.function,
              timer.name,
              make('code', {}, timer.config),
              timer.next === null ? soft('不再') : time(timer.next),
              mayChange ? runNow(cloud, timer) : soft('只读'),
            ]),
          )
        : empty('没有函数设了定时器。'),
    ),
  ]
}

const runNow = (cloud: Cloud, { function: fn, name }: TimerView): HTMLElement => {
  const button = make('button', { type: 'button', ariaLabel: `现在运行 ${fn}/${name}` }, '现在运行')
  const outcome = make('div')
  outcome.setAttribute('aria-live', 'polite')
  button.onclick = async () => {
    button.disabled = true
    outcome.replaceChildren(
      await cloud.change('timer', { function: fn, name }).then(
        answer => pre(readable(answer)),
        (error: Error) => notice(error.message),
      ),
    )
    button.disabled = false
  }
  return make('div', {}, button, outcome)
}
