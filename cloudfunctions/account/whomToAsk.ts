import type { Street } from '../../domain/area/street'

/** Who can help with an officer's binding, as the end of a sentence: by post, with the telephone there is. */
export const whomToAsk = (street: Street, officerId: string, now: number): string => {
  const [post] = street.roster.livingPosts(officerId, now)
  const area = street.area(post?.areaId ?? '')
  const [inCharge] = street
    .posts(area?.path ?? [], now)
    .filter(held => held.officerId !== officerId && street.roster.carries(held, 'officer.manage'))
  const phone = area && street.dutyPhone(area)
  const who = inCharge
    ? `${street.area(inCharge.areaId)?.name ?? ''}${street.postWords(inCharge.kind)}${inCharge.name}`
    : '管理您这片的同事'
  return `请找${who}来办${phone ? `，值班电话 ${phone}` : ''}。`
}
