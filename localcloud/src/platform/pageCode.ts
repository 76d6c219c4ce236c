import type { OpenApi } from './openApis'
import { drawPng } from './drawPng'
import { qrModules } from './qrModules'

const sceneMost = 32

/**
 * `wxacode.getUnlimited`: a picture that opens a page. WeChat draws its own round code; here it is a QR code with the
 * address of the same page in the browser.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html
 */
export const pageCode: OpenApi = ({ scene, page = '', width = 430 }, environment) => {
  if (typeof scene !== 'string' || !scene || scene.length > sceneMost)
    return {
      json: {
        errcode: 40169,
        errmsg: `invalid length for scene, or the data is not json string: 1 to ${sceneMost} characters`,
      },
    }
  if (!/^[\w!#$&'()*+,/:;=?@\-.~%]+$/.test(scene))
    return { json: { errcode: 40097, errmsg: 'invalid args: scene' } }
  if (/^\/|\?/.test(String(page))) return { json: { errcode: 41030, errmsg: 'invalid page' } }
  const modules = qrModules(environment.pageUrl(String(page), scene))
  const scale = Math.max(2, Math.round(Number(width) / (modules.length + 8)))
  return { type: 'image/png', bytes: drawPng(modules, scale) }
}
