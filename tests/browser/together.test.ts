import type { Page } from 'playwright-core'
import { requestService } from '../../contract/request'
import { middleOf, type Name } from '../cloud/exampleStreet'
import { tokens } from '../cloud/tokens'
import { press, sees } from './onScreen'
import { phonesOnStreet } from './phonesOnStreet'

// One dark road, three neighbours: one reports, one joins, one reports it too and is dealt with together.

const { openAs, street } = phonesOnStreet()
const write = (page: Page, field: string, words: string) =>
  page.getByRole('textbox', { name: field }).filter({ visible: true }).fill(words)

const report = async (name: Name, text: string) =>
  (
    await street()
      .as(name)
      .ok(requestService, 'submit', { text, place: { point: middleOf(1) }, photos: [], token: tokens.next() })
  ).request
let main: { id: string; no: string }
let own: { id: string; no: string }

it('1. a neighbour joins what is reported already instead of writing it again', async () => {
  main = await report('zhang', '牌坊路口的路灯不亮了')
  const page = await openAs('he', '/pages/report/index')
  await write(page, '什么事？一句话就行', '牌坊前面那排路灯坏了五盏')
  await press(page, '发送')
  await sees(page, '邻居好像已经反映了')
  await sees(page, /路灯 · 甲一街区/)
  await press(page, '我也遇到：路灯，甲一街区')
  await sees(page, '已记上您这一户')
  await sees(page, /一共 2 户遇到/)
})

it('2. another says it is not the same and reports it, nothing lost', async () => {
  const page = await openAs('wu', '/pages/report/index')
  await write(page, '什么事？一句话就行', '路口黑灯瞎火的，路灯一盏都没亮')
  await press(page, '发送')
  await press(page, '不是同一件，继续上报')
  await sees(page, '已收到')
  const { lines } = await street().as('wu').ok(requestService, 'mine', {})
  own = lines[0] as typeof own
})

it('3. the grid member sees that they are one and deals with them together', async () => {
  const page = await openAs('chen', `/pages/request/index?id=${own.id}`)
  await press(page, '和同样的事并在一起')
  await page.getByRole('radio', { name: `并到 ${main.no}：牌坊路口的路灯不亮了` }).click()
  await sees(page, /像 \d+ 分/)
  await write(page, '为什么是同一件？居民会看到', '都是牌坊那一排灯')
  await press(page, '并案')
  await sees(page, `和 ${main.no} 一起办`)
  await press(page, `打开 ${main.no}`)
  await sees(page, '并进来的 1 件')
  await sees(page, '3 户遇到同一件事')
  await press(page, '受理')
  await press(page, '办好了')
  await sees(page, '并案的 1 位居民也会看到这段话，请不要写名字和门牌。')
  await write(page, '怎么办好的，告诉居民', '整排换了新灯')
  await press(page, '办好了，请居民确认')
  await sees(page, '等居民确认')
})

it('4. each of them hears the end: one confirms alone, the other finds it among what they joined', async () => {
  const reporter = await openAs('wu', `/pages/request/index?id=${own.id}`)
  await sees(reporter, '和邻居的同一件事一起办')
  await sees(reporter, /整排换了新灯/)
  await sees(reporter, '等您看看办好了没有')
  const joiner = await openAs('he', '/pages/mine/index')
  await press(joiner, '我也遇到的')
  await press(joiner, /^路灯，甲一街区/)
  await sees(joiner, /经办人说办好了/)
  await press(joiner, '不再关注')
  await sees(joiner, '您已经不再关注')
})
