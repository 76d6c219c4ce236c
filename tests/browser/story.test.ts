import { join } from 'node:path'
import { runTimer, shiftClock } from '../support/localCloud'
import { choose, press, sees } from './onScreen'
import { phonesOnStreet } from './phonesOnStreet'

// The product's one story, in a browser of phone size, found by accessible names alone.

const { openAs, street } = phonesOnStreet()

let page: string

it('1. a resident sees who looks after her grid', async () => {
  const home = await openAs('zhang')
  await sees(home, '样例街道')
  await sees(home, /我的网格员 · 第一网格/)
  await sees(home, /陈志强 · 网格员/)
  await sees(home, '现在在岗')
  await home.getByRole('button', { name: '打电话给陈志强' }).waitFor()
})

it('2. she reports in one sentence, with a photo and a place on the map, and is told at once', async () => {
  const report = await openAs('zhang')
  await press(report, '我要反映')
  await report.getByRole('textbox', { name: '什么事？一句话就行' }).fill('三单元楼道的灯坏了，晚上看不见路')
  const chooser = report.waitForEvent('filechooser')
  await press(report, '拍照片或选照片')
  await (await chooser).setFiles(join(__dirname, '../cloud/files/lamp.png'))
  await report.getByRole('button', { name: '去掉第1张照片' }).waitFor()
  await press(report, '在地图上选')
  await choose(report, '第一网格')
  await press(report, '就是第一网格')
  await report.getByRole('textbox', { name: '在哪里？' }).fill('三单元二楼')
  await press(report, '发送')
  await sees(report, '已收到')
  await sees(report, /编号 \d{6}-[0-9A-Z]{6}/)
  await sees(report, '网格员来办')
  await sees(report, '换灯这样的小事，网格员就能办好。')
  await sees(report, /最晚 .* 有人受理/)
  await sees(report, /陈志强 · 网格员/)
  await street().minuteLater()
  await press(report, '看办到哪一步了')
  await sees(report, '网格员在办')
  await report.getByRole('button', { name: '看第1张照片' }).waitFor()
  page = new URL(report.url()).hash.slice(1)
})

it('3. her grid member finds it in his worklist, accepts, replies and resolves it with a photo', async () => {
  const work = await openAs('chen')
  await press(work, '去办')
  await press(work, /待受理：三单元楼道的灯坏了/)
  await press(work, '受理')
  await press(work, '说一句')
  await work.getByRole('textbox', { name: '回复居民' }).fill('下午带灯泡过去')
  await press(work, '发出')
  await sees(work, '下午带灯泡过去')
  await press(work, '办好了')
  await choose(work, '上门帮忙')
  await work.getByRole('textbox', { name: '怎么办好的，告诉居民' }).fill('换了新灯泡，试过了')
  const chooser = work.waitForEvent('filechooser')
  await press(work, '拍照片或选照片')
  await (await chooser).setFiles(join(__dirname, '../cloud/files/lamp.png'))
  await work.getByRole('button', { name: '去掉第1张照片' }).waitFor()
  await press(work, '办好了，请居民确认')
  await sees(work, '等居民确认')
})

it('4. she says it is not solved, and it is open again', async () => {
  const mine = await openAs('zhang', page)
  await sees(mine, '等您看看办好了没有')
  await sees(mine, '换了新灯泡，试过了')
  await choose(mine, '没办好')
  await choose(mine, '不满意')
  await press(mine, '请重新办')
  await sees(mine, '请说一句还差什么没办好')
  await mine.getByRole('textbox', { name: '还差什么？' }).fill('二楼那盏还是不亮')
  await press(mine, '请重新办')
  await sees(mine, '没办好，重新办')
  await sees(mine, '网格员在办')
})

it('5. he does it again, and now she confirms with a rating', async () => {
  const work = await openAs('chen', page)
  await press(work, '受理')
  // Faster than the answer he would be told that something has changed.
  await sees(work, '已受理')
  await press(work, '办好了')
  await work.getByRole('textbox', { name: '怎么办好的，告诉居民' }).fill('二楼的也换了')
  await press(work, '办好了，请居民确认')
  await sees(work, '等居民确认')

  const mine = await openAs('zhang')
  await press(mine, /办好了，请您看看：三单元/)
  await choose(mine, '办好了')
  await choose(mine, '满意')
  await press(mine, '确认')
  await sees(mine, '您说办好了')
  await sees(mine, '居民确认办好了')
})

it('6. a councillor votes once, and the result is computed under the written rule when the vote closes', async () => {
  for (const [name, choice] of [
    ['he', '同意'],
    ['wu', '同意'],
    ['xu', '不同意'],
  ] as const) {
    const topic = await openAs(name)
    await press(topic, /正在投票：楼道灯换成声控的/)
    await sees(topic, /过半数参加投票才算数/)
    await choose(topic, choice)
    await press(topic, `投“${choice}”，投了不能改`)
    await sees(topic, `您投了：${choice}`)
    expect(await topic.getByRole('radio').count()).toBe(0)
  }
  await shiftClock(street().env, 50 * 3_600_000)
  await runTimer(street().env, 'clock')
  const neighbour = await openAs('zhang', '/pages/topic/index?id=t-lamps')
  await sees(neighbour, '结果：通过')
  await sees(neighbour, '名单上有 3 位理事，参加投票 3 位。')
  await sees(neighbour, '规则要同意票占过半数：2/3，达到了。')
})
