import type { EventKind } from '../../../contract/request'

/** What happened, in words for everyone. */
export const eventWords: Record<EventKind, string> = {
  submitted: '反映',
  accepted: '受理',
  replied: '回复',
  resolved: '办好了',
  confirmed: '居民确认办好了',
  reopened: '没办好，重新办',
  warned: '时间快到了',
  overdue: '超过了时间',
  escalated: '报给上一级',
  closedNoAnswer: '没等到回复，先结束了',
}
