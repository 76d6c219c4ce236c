import { encode } from 'uqr'
import type { Environment } from '../environment'
import { drawPng } from './drawPng'
import type { OpenApi } from './openApis'

// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html
const sceneMost = 32
const [widthLeast, widthMost] = [280, 1280]
/** The empty edge that the standard asks for, in modules. */
const quiet = 4

/**
 * `wxacode.getUnlimited`: a picture that opens a page. WeChat draws its own round code; here it is a QR code with the
 * address of the same page in the browser.
 */
export const pageCode: OpenApi = ({ scene, page = '', width = 430 }, environment) => {
  if (typeof scene !== 'string' || !scene || scene.length > sceneMost)
    return refused(
      40169,
      `invalid length for scene, or the data is not json string: ${String(scene ?? '').length} characters, 1 to ${sceneMost} are allowed`,
    )
  if (!/^[\w!#$&'()*+,/:;=?@\-.~%]+$/.test(scene)) return refused(40097, 'invalid args: scene')
  if (typeof page !== 'string' || /^\/|\?/.test(page)) return refused(41030, 'invalid page')
  if (typeof width !== 'number' || width < widthLeast || width > widthMost)
    return refused(40097, `invalid args: width ${String(width)}, ${widthLeast} to ${widthMost} are allowed`)
  return { type: 'image/png', bytes: draw(environment, page, scene, width) }
}

const draw = (environment: Environment, page: string, scene: string, width: number): Buffer => {
  const { data, size } = encode(environment.pageUrl(page, scene), { ecc: 'M', border: quiet })
  return drawPng(data, Math.max(2, Math.round(width / size)))
}

const refused = (errcode: number, errmsg: string) => ({ json: { errcode, errmsg } })
