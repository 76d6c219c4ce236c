import type { Status } from '../../../contract/statuses'

/** How far a matter is, for those who did not report it: nobody waits for them. */
export const neighbourStatus: Record<Status, string> = {
  submitted: '已收到',
  accepted: '已受理',
  inProgress: '正在办',
  needInfo: '等反映的人补充',
  suspended: '眼下办不了，过些时候再看',
  resolved: '经办人说办好了',
  reopened: '没办好，重新办',
  confirmed: '已经办好',
  closedNoAnswer: '已结束',
}
