import { requestService } from '../contract/request'
import { middleOf, openidOf } from '../tests/cloud/exampleStreet'
import { type OpenStreet, openStreet } from '../tests/cloud/openStreet'
import { tokens } from '../tests/cloud/tokens'
import { tokenFor } from '../tests/support/localCloud'
import { uploadPicture } from './uploadPicture'

const sentences = [
  '三单元楼道的灯坏了好几天了，晚上回家看不见台阶，老人都不敢下楼',
  '甲一街区东门的垃圾桶满了没有人来收，天热味道大，苍蝇也多',
  '楼下的消防通道又停了两辆车，昨天救护车差一点就进不来',
]

/** The example street where 张桂芳's first screen is full: as many open requests of hers as it shows, with photos. */
export const fullHome = async (): Promise<OpenStreet> => {
  const street = await openStreet()
  const zhang = street.as('zhang')
  const pass = await tokenFor(street.env, openidOf('zhang'))
  for (const text of sentences) {
    await zhang.ok(requestService, 'submit', {
      text,
      place: { point: middleOf(1), address: '三单元' },
      photos: [await uploadPicture(pass)],
      token: tokens.next(),
    })
  }
  return street
}
