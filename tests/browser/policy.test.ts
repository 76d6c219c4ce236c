import type { Page } from 'playwright-core'
import { choose, press, sees, write } from './onScreen'
import { phonesOnStreet } from './phonesOnStreet'

// A street changes what its tiers are called and how a matter is decided, and the next resident sees it.

const { openAs } = phonesOnStreet(15_000)

const report = async (text: string): Promise<Page> => {
  const page = await openAs('zhang', '/pages/report/index')
  await write(page, '什么事？一句话就行', text)
  await write(page, '在哪里？', '三单元二楼')
  await press(page, '发送')
  await sees(page, '已收到')
  return page
}

const tryAndPublish = async (duty: Page, version: string) => {
  await press(duty, '用最近的诉求试算一遍')
  await sees(duty, '试算结果')
  await press(duty, '发布')
  await sees(duty, '发布人：刘洋（街道值班员），会留名。')
  await press(duty, '以刘洋的名义发布')
  await sees(duty, version)
}

it('1. the duty officer of the street finds the way to the rules, a grid member does not', async () => {
  const duty = await openAs('liu', '/pages/me/index')
  await press(duty, '规则和期限')
  await sees(duty, '现在用的是第 1 版，产品自带')
  const member = await openAs('chen', '/pages/me/index')
  await sees(member, '字要多大？')
  expect(await member.getByRole('button', { name: '规则和期限' }).count()).toBe(0)
})

it('2. she renames a tier, tries it, publishes it under her name, and a new report shows it', async () => {
  await sees(await report('三单元楼道的灯坏了，晚上看不见路'), '网格员来办')
  const duty = await openAs('liu', '/staff/policies/index')
  await press(duty, '改一改级别叫法')
  await write(duty, '级别 B，居民看到', '网格上门办')
  await write(duty, '改了什么，为什么改', '居民说看不懂')
  await press(duty, '存成草稿')
  await sees(duty, '居民说看不懂')
  await tryAndPublish(duty, '已发布，是第 3 版')
  await press(duty, '看现在用的规则')
  await sees(duty, /现在用的是第 3 版，刘洋（街道值班员） 今天/)
  // Another matter: a second lamp would first be compared with the open one.
  await sees(await report('店旁边的墙上又贴满了小广告，撕了还有，麻烦清一下。'), '网格上门办')
})

it('3. she writes a rule of the street’s own, and it decides', async () => {
  const duty = await openAs('liu', '/staff/policyEdit/index?from=triage:1')
  await press(duty, '加一条规则')
  await write(duty, '出现哪些词（写一个或几个）', '老榕树')
  await choose(duty, 'D 统筹办')
  await write(duty, '给居民的理由，一句话', '老榕树要街道定。')
  await press(duty, '记下这条规则')
  await write(duty, '改了什么，为什么改', '老榕树归街道管')
  await press(duty, '存成草稿')
  await tryAndPublish(duty, '已发布，是第 2 版')
  await sees(await report('老榕树下面的石凳坏了'), '老榕树要街道定。')
})
