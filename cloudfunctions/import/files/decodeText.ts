import { Unreadable } from './Unreadable'

/** Text in UTF-8 or, as Chinese Windows and its Excel write it, GB18030. Throws `Unreadable` for what is neither. */
export const decodeText = (bytes: Uint8Array): string => {
  // 0xFF and NUL occur in neither; a UTF-16 file begins with FF FE or FE FF, a binary one is full of NUL.
  if (bytes.subarray(0, 4096).includes(0) || bytes[0] === 0xff || bytes[0] === 0xfe) {
    throw new Unreadable('看不懂文件的编码。请另存为“CSV UTF-8”或 XLSX 再导入。')
  }
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not in this one.
    }
  }
  throw new Unreadable('看不懂文件的编码。请另存为“CSV UTF-8”或 XLSX 再导入。')
}
