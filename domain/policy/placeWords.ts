import type { PolicyKind } from '../../contract/policy'

/** What the parts of a policy are called by those who write it, in the words of the forms. */
const common: Record<string, string> = {
  source: '依据',
  // Deadlines.
  objection: '答复居民意见',
  accept: '受理',
  danger: '确认险情',
  reply: '回话',
  onSite: '到现场',
  controlled: '控制险情',
  resolve: '办结',
  progress: '说进展',
  confirm: '等居民确认',
  extension: '延期',
  pause: '等居民补充',
  answer: '居民补充',
  suspension: '挂账',
  review: '再看一次',
  length: '时长',
  minutes: '分钟数',
  workingMinutes: '工作分钟数',
  workingDays: '工作日数',
  days: '天数',
  steps: '提醒',
  share: '什么时候提醒',
  tell: '提醒谁',
  times: '次数',
  approval: '要不要别人批',
  staffOnly: '只给工作人员看',
  callback: '先打电话问',
  afterExtension: '先延期才能挂账',
  // The calendar.
  years: '年份',
  off: '放假的日子',
  work: '补班的日子',
  hours: '上班时间',
  hoursOf: '各街道的上班时间',
  // The letters.
  urgent: '怎样分级',
  letters: '级别',
  levels: '归哪一层办',
  resident: '居民看到的叫法',
  staff: '工作人员看到的叫法',
  // The rules.
  rules: '规则',
  id: '编号',
  tier: '级别',
  priority: '分量',
  all: '要出现的词',
  none: '出现就不算的词',
  within: '词隔多远',
  unsure: '没有把握',
  decides: '它说了算',
  ignores: '不理会的缓和话',
  category: '类别',
  type: '诉求类型',
  route: '谁来牵头',
  door: '去处',
  doors: '去处',
  lines: '急救电话',
  because: '给居民的理由',
  spellings: '别的写法',
  lists: '词表',
  harmless: '不要紧的说法',
  calm: '缓和的话',
  cues: '线索词',
  tiles: '居民选的类',
  model: '模型',
  proposals: '模型的理由',
  aboutStaff: '反映工作人员',
  who: '说的是谁',
  did: '做了什么',
  except: '除非',
  upper: '交街道的人',
  name: '名称',
  say: '告诉居民的话',
  letter: '长信',
  given: '怎样来的才算',
  from: '从多少算起',
  photos: '照片',
  least: '至少',
  most: '至多',
  remarks: '另外要说的话',
  categories: '类别',
  doubtful: '拿不准时才说',
  sameDanger: '同类险情报过几天',
  returned: '第几回反映',
  sure: '算有把握',
  to: '给谁看',
  history: '记得的事',
  dangerDays: '险情记多少天',
  matterDays: '别的事记多少天',
  kinds: '记得的险情',
  leftOut: '不记的类别',
  confidence: '把握',
  firm: '很有把握从多少起',
  fair: '有些把握从多少起',
}

const ways = { A: '急事', B: '网格办', C: '街区联办', D: '街道统筹' }

/** Where one kind has other words for a part. */
const own: Record<PolicyKind, Record<string, string>> = {
  deadline: { ...ways, tiers: '' },
  calendar: {},
  tiers: { words: '办法' },
  triage: { ...ways, words: '词', tiers: '级别', source: '谁报的', danger: '险情' },
}

/** A place in a policy as its author knows it: 网格办 › 受理 › 时长, 规则 › 第 4 条 › 给居民的理由. */
export const placeWords = (kind: PolicyKind, path: readonly PropertyKey[]): string =>
  path
    .map(part => {
      if (typeof part === 'number') return `第 ${part + 1} 条`
      const key = String(part)
      if (/^20\d\d$/.test(key)) return `${key} 年`
      return own[kind][key] ?? common[key] ?? key
    })
    .filter(Boolean)
    .join(' › ')
