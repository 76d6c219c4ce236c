import type { View } from '../view'
import { card, make, table } from '../dom'

/** What the service refuses above, with where that is written. */
export const limits: View = async cloud => {
  const { limits: known } = await cloud.view('limits')
  return [
    card(
      '限制',
      '云上超过就会被拒绝的，这里也拒绝。',
      table(
        ['名称', { number: '值' }, '单位', '出处'],
        Object.entries(known).map(([name, { value, unit, source, read }]) => [
          make('code', {}, name),
          value.toLocaleString('zh-CN'),
          unit,
          make('span', { className: 'soft small' }, ...withLinks(source), `（${read}）`),
        ]),
      ),
    ),
  ]
}

/** A text in which addresses are links. */
const withLinks = (text: string): (Node | string)[] =>
  text
    .split(/(https:\/\/[^\s,;]+)/)
    .map(part =>
      part.startsWith('https://')
        ? make('a', { href: part, target: '_blank', rel: 'noreferrer' }, part.slice('https://'.length))
        : part,
    )
