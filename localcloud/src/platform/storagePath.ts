import { limits } from '../limits'
import { ServiceError } from '../serviceError'

/**
 * Refuses what is no path of a file, by the service's rules for `cloudPath`: not empty, no `/` at the beginning, none
 * twice in a row, no control characters, 850 bytes when encoded; and neither `.` nor `..` as a part.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/storage/naming.html
 * @throws `STORAGE_REQUEST_FAIL` naming what is wrong
 */
export const refusePath = (path: string): void => {
  const wrong = wrongWith(path)
  if (wrong) throw new ServiceError('STORAGE_REQUEST_FAIL', `invalid path ${JSON.stringify(path)}: ${wrong}`)
}

const wrongWith = (path: string): string | undefined => {
  const { value: most } = limits.pathBytes
  if (!path) return 'it is empty'
  if (path.startsWith('/')) return 'it begins with /'
  if (path.endsWith('/')) return 'it ends with /'
  if (path.includes('//')) return 'it has // in it'

  if (/[\u0000-\u001f\u007f\ud800-\udfff]/u.test(path)) return 'it has control characters in it'
  if (path.split('/').some(part => part === '.' || part === '..')) return 'it has . or .. as a part'
  if (path.includes('\\')) return 'it has \\ in it'
  const bytes = encodeURI(path).length
  return bytes > most ? `encoded it has ${bytes} bytes; the limit is ${most}` : undefined
}
