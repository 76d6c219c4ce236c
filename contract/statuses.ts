/** The states of a request. The life cycle that joins them is `domain/request/lifeCycle`. */
export const statuses = [
  'submitted',
  'accepted',
  'inProgress',
  'needInfo',
  'suspended',
  'resolved',
  'reopened',
  'confirmed',
  'closedNoAnswer',
] as const
export type Status = (typeof statuses)[number]

/** The words of each state (docs/glossary.md). */
export const statusWords: Record<Status, { resident: string; staff: string }> = {
  submitted: { resident: '已收到', staff: '待受理' },
  accepted: { resident: '已受理', staff: '已受理' },
  inProgress: { resident: '正在办', staff: '办理中' },
  needInfo: { resident: '等您补充', staff: '待补充' },
  suspended: { resident: '眼下办不了，过些时候再看', staff: '挂账' },
  resolved: { resident: '办好了，请您看看', staff: '办结待确认' },
  reopened: { resident: '没办好，重新办', staff: '重办' },
  confirmed: { resident: '您说办好了', staff: '居民已确认' },
  closedNoAnswer: { resident: '已结束（没等到您回复）', staff: '未回应' },
}

/** Every state after which nobody owes anybody anything. */
export const closedStatuses: readonly Status[] = ['confirmed', 'closedNoAnswer']
