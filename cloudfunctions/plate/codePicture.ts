import { platePage } from '../../domain/plate/writtenCode'
import { cloud } from '../kernel/cloud'

/** Pixels: a plate that fills a sheet shows the code 90 mm wide, which is 240 dots an inch. */
const width = 860
/** How long WeChat may take for one picture, ms. */
const patience = 6000

/** Why WeChat made no picture, in words for the officer. */
export class NoPicture extends Error {
  constructor(
    readonly words: string,
    /** Whether asking for another one now would end the same. */
    readonly forAll: boolean,
    cause: unknown,
  ) {
    super(words, { cause })
    this.name = 'NoPicture'
  }
}

// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html
const reasons: { codes: number[]; words: string; forAll: boolean }[] = [
  { codes: [-604101], words: '小程序还没有生成小程序码的权限，请联系管理员。', forAll: true },
  {
    codes: [45009, 45011],
    words: '微信暂时不让再生成了，请过几分钟再点一次，还不行就明天再来。',
    forAll: true,
  },
  { codes: [40097, 40169, 41030], words: '小程序码的设置不对，请联系管理员。', forAll: true },
]
const unreached = { words: '没有连上微信，请再点一次。', forAll: false }

/** Asks WeChat for the picture of a plate's code. Throws `NoPicture`. */
export const codePicture = async (scene: string): Promise<{ bytes: Buffer; extension: string }> => {
  try {
    const { contentType, buffer } = await within(
      patience,
      // Plates are printed before the first release too, so the page is not checked; there is only this one.
      cloud.openapi.wxacode.getUnlimited({ scene, page: platePage, checkPath: false, width }),
    )
    if (!contentType.startsWith('image/') || !buffer.length) throw new Error(`no picture: ${contentType}`)
    return { bytes: buffer, extension: contentType === 'image/png' ? 'png' : 'jpg' }
  } catch (error) {
    const { errCode } = error as { errCode?: number }
    const { words, forAll } = reasons.find(({ codes }) => codes.includes(errCode ?? 0)) ?? unreached
    throw new NoPicture(words, forAll, error)
  }
}

const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
