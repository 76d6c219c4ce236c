import type { FaultNote } from '../../faults'
import type { View } from '../view'
import { card, empty, make, notice, pre, table } from '../dom'
import { duration } from '../words'

/** What is to go wrong, what has, and where it is allowed a field to change that. */
export const faults: View = async (cloud, { mayChange }) => {
  const { plan, done } = await cloud.view('faults')
  const text = JSON.stringify(plan, null, 2)
  return [
    card(
      '故障',
      mayChange
        ? '按动作设延迟、出错、丢回复、重复送达和时钟跳变；同一个种子，同样的故障。'
        : '现在设的故障。要改，请用 --allow-changes 启动。',
      ...(mayChange
        ? editor(text, plan => cloud.change('faults', plan))
        : [plan.rules.length ? pre(text) : empty('没有设故障。')]),
    ),
    card(
      '发生过的',
      '新的在上。',
      done.length
        ? table(
            ['动作', { number: '第几次' }, '怎样'],
            done.map(note => [make('code', {}, note.action), String(note.nth), kindOf(note)]),
          )
        : empty('还没有。'),
    ),
  ]
}

const editor = (text: string, save: (plan: object) => Promise<unknown>): HTMLElement[] => {
  const rows = Math.min(Math.max(text.split('\n').length + 1, 8), 24)
  const field = make('textarea', { value: text, rows, spellcheck: false, ariaLabel: '故障，JSON' })
  const button = make('button', { type: 'button', className: 'more' }, '照此设置')
  const outcome = make('div')
  outcome.setAttribute('aria-live', 'polite')
  button.onclick = async () => {
    try {
      await save(JSON.parse(field.value) as object)
      outcome.replaceChildren(empty('已设置。'))
    } catch (error) {
      outcome.replaceChildren(notice((error as Error).message))
    }
  }
  return [field, button, outcome]
}

const kindOf = ({ delayMs, code, drop, duplicate, clockJumpMs }: FaultNote): string =>
  [
    delayMs && `晚了 ${duration(delayMs)}`,
    code && `出错 ${code}`,
    drop && '回复丢了',
    duplicate && '送达两次',
    clockJumpMs && `时钟跳了 ${clockJumpMs / 1000} 秒`,
  ]
    .filter(Boolean)
    .join('，')
