import type { EventKind } from '../../../contract/requestTerms'

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
  dangerConfirmed: '确认是急事',
  infoAsked: '请居民补充',
  infoAnswered: '补充了情况',
  infoMissed: '没等到补充，接着办',
  extensionAsked: '申请延期',
  extended: '延期',
  extensionRefused: '延期没有批准',
  suspended: '眼下办不了，先挂账',
  resumed: '接着办',
  retiered: '调整办理方式',
  objected: '居民不同意调整',
  objectionAnswered: '答复居民的意见',
  handedOver: '换人接着办',
  callbackDue: '没等到确认，打电话问问',
  rehomed: '换了网格',
  closedNoAnswer: '没等到回复，先结束了',
  crowded: '很多户都遇到',
  merged: '和邻居的同一件事一起办',
  unmerged: '不再一起办，单独办',
  tookIn: '并进来一件同样的事',
  letGo: '分出去一件',
}

/** Of what was found on a round, where no resident has a say. */
export const roundWords: Partial<Record<EventKind, string>> = {
  submitted: '上报',
  confirmed: '核查过，办好了',
  reopened: '核查过，没办好，重新办',
}
