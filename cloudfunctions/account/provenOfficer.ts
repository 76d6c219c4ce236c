import { Refusal } from '../../contract/refusal'
import { isGood, noSuchCode } from '../../domain/roster/binding'
import { bindingCodeHash } from '../../domain/roster/bindingCode'
import type { Call } from '../kernel/call'
import { cloud } from '../kernel/cloud'
import { bindings } from '../kernel/collections/bindings'
import { officers } from '../kernel/collections/officers'
import { settings } from '../kernel/settings'

/** As many as it takes to see that it is not one. */
const few = 5

/** The officer to whom a code was given. Throws `notFound`. */
export const officerByCode = async ({ db, now }: Call, code: string): Promise<string> => {
  const hash = bindingCodeHash(settings.pepper(), code)
  const found = await db.find(bindings, { where: { codeHash: hash }, limit: few })
  const [only, ...others] = found.filter(binding => isGood(binding, hash, now))
  if (!only || others.length) throw new Refusal('notFound', noSuchCode)
  return only._id
}

/**
 * The officer with the phone number of this WeChat: their own, or the work phone of one of their posts. The number is
 * compared and forgotten. Throws `notFound` for a number nobody has, `wrongState` when several do: then a person decides.
 */
export const officerByPhone = async (call: Call, code: string): Promise<string> => {
  const { street, pointers } = await call.active()
  const phone = await phoneNumber(code)
  const own = pointers
    ? await call.db.find(officers, {
        where: { version: pointers.roster, privatePhone: phone },
        limit: few,
        fields: ['of'],
      })
    : []
  const atWork = street.roster.withWorkPhone(phone, call.now).map(({ officerId }) => officerId)
  const [only, ...others] = new Set(
    [...own.map(({ of }) => of), ...atWork].filter(id => street.roster.livingPosts(id, call.now).length),
  )
  const duty = street.children()[0]?.dutyPhone
  const wayOut = `请负责您这片的同事给您一个绑定码${duty ? `，或者打街道值班电话 ${duty}` : ''}。`
  if (only === undefined) {
    throw new Refusal('notFound', `这个手机号没有登记在工作人员名单里。${wayOut}`)
  }
  if (others.length)
    throw new Refusal('wrongState', `有几位工作人员登记了同一个手机号，分不清是哪一位。${wayOut}`)
  return only
}

// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/phone-number/getPhoneNumber.html
const invalidCode = 40029

/** The mainland number behind what the button gave; empty for a number of another country. */
const phoneNumber = async (code: string): Promise<string> => {
  try {
    const { phoneInfo } = await cloud.openapi.phonenumber.getPhoneNumber({ code })
    return phoneInfo.countryCode === '86' ? phoneInfo.purePhoneNumber : ''
  } catch (error) {
    if ((error as { errCode?: number }).errCode !== invalidCode) throw error
    throw new Refusal('invalid', '没有拿到手机号，请再点一次按钮。', { field: 'code' })
  }
}
