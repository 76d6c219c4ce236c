import { choose, press, sees, write } from './onScreen'
import { phonesOnStreet } from './phonesOnStreet'

// What officers bring for others, in a browser of phone size, found by accessible names alone.

const { openAs } = phonesOnStreet(20_000)

it('a grid member enters what was found on a round, and has it to handle', async () => {
  const phone = await openAs('chen')
  await press(phone, '登记：巡查发现、代居民、热线')
  await write(phone, '什么事？一句话就行', '3栋楼下井盖松了，踩上去会晃')
  await write(phone, '在哪里？', '3栋门口')
  await press(phone, '发送')
  await sees(phone, '已收到')
  await press(phone, '看办到哪一步了')
  await sees(phone, '巡查发现')
  await press(phone, '为什么这样分')
  await sees(phone, '机器先这样分')
  await press(phone, '收起')
  await press(phone, '受理')
  await sees(phone, '已受理')
})

it('the community takes down a hotline order with its day, which the page shows to whoever handles it', async () => {
  const desk = await openAs('wang')
  await press(desk, '登记：巡查发现、代居民、热线')
  await choose(desk, '热线转办')
  await write(desk, '12345 工单号', 'GD-20261125-0071')
  await write(desk, '工单要求哪天办好？没写就空着', '2-30')
  await write(desk, '什么事？一句话就行', '第一网格路边的垃圾好几天没有人收')
  await press(desk, '在地图上选')
  await press(desk, '在地图上点')
  await press(desk, /甲社区$/)
  await choose(desk, '第一网格')
  await press(desk, '就是第一网格')
  await press(desk, '发送')
  await sees(desk, '没有这一天，请写成 12-3 这样；工单没写就空着。')
  await write(desk, '工单要求哪天办好？没写就空着', '1-1')
  await press(desk, '发送')
  await sees(desk, '已收到')
  const work = await openAs('chen')
  await press(work, '去办')
  await press(work, /第一网格路边的垃圾/)
  await sees(work, '热线转办')
  await sees(work, /12345 工单 GD-20261125-0071，热线要求 .* 前办好/)
  await sees(work, '热线转来的，这里办完，热线那边也要回。')
})

it('a resident sees no such door', async () => {
  const phone = await openAs('zhang')
  await press(phone, '我要反映')
  await phone.getByRole('textbox', { name: '什么事？一句话就行' }).waitFor()
  expect(await phone.getByRole('radio', { name: '巡查发现' }).count()).toBe(0)
})
