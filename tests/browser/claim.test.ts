import { unbound } from '../../domain/roster/binding'
import { inventedPhone } from '../../localcloud/src/platform/phoneNumbers'
import { openidOf } from '../cloud/exampleStreet'
import { choose, press, sees } from './onScreen'
import { phonesOnStreet } from './phonesOnStreet'

// Whoever works for the street gets the work on their own phone: by its number, or by a code; and loses it when it is let go.

const { openAs, street } = phonesOnStreet()

beforeAll(async () => {
  await street().import('bindings', [unbound('o-zhou'), unbound('o-lead')])
  const [officer] = await street().find('officers', { of: 'o-lead' })
  await street().import('officers', [{ ...officer, privatePhone: inventedPhone(openidOf('xu')) }])
})

it('by the phone number, after a yes', async () => {
  const page = await openAs('xu', '/pages/me/index')
  await press(page, '我是工作人员，绑定身份')
  await page.getByRole('checkbox', { name: '同意用我的手机号核对一次' }).click()
  await press(page, '用手机号绑定')
  await sees(page, '绑定好了，梁伟')
  await sees(page, '甲一街区 · 街区负责人')
})

/** The staff of grid 2, as the community sees them. */
const openDesk = async () => {
  const desk = await openAs('wang', '/staff/roster/index')
  await choose(desk, '甲一街区')
  await sees(desk, '甲一街区的班组')
  await choose(desk, '第二网格')
  await sees(desk, '第二网格的班组')
  return desk
}

it('by a code that the community reads out, and no longer than it lets', async () => {
  const desk = await openDesk()
  await press(desk, '给周敏一个绑定码')
  const code = /绑定码 (\d{4} \d{4})/.exec(await desk.getByText(/^绑定码 \d/).innerText())?.[1] ?? ''

  const phone = await openAs('wu', '/staff/claim/index')
  await phone.getByRole('textbox', { name: '绑定码' }).fill(code)
  await press(phone, '用绑定码绑定')
  await sees(phone, '绑定好了，周敏')
  await press(phone, '去我的待办')
  await sees(phone, '第二网格')

  const later = await openDesk()
  await press(later, '解除周敏的微信绑定')
  await choose(later, '手机丢了')
  await press(later, '解除绑定')
  await sees(later, '还没有绑定微信，收不到消息')
  const again = await openAs('wu', '/pages/me/index')
  await press(again, '我是工作人员，绑定身份')
  await sees(again, '居民不用绑定')
})
