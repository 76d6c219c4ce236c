import { type Category, categoryWords } from '../../../contract/categories'
import type { ComparedPoint } from '../../../contract/policy'
import type { TierWords } from '../../../contract/requestView'
import { typeWords } from '../../../domain/triage/typeWords'

const named = (words: Readonly<Record<string, string>>) => (value: string) => words[value] ?? value

const due = named({
  earlier: '更早到期',
  later: '更晚到期',
  added: '新加的',
  removed: '没有了',
  changed: '有改动',
})

/** What is compared, and how its values are said. */
const points: Record<ComparedPoint, { name: string; value: (value: string, tiers: TierWords) => string }> = {
  tier: { name: '级别', value: tierName },
  sure: { name: '急事把握', value: named({ true: '有把握', false: '要人看' }) },
  category: { name: '类别', value: value => categoryWords[value as Category] },
  type: {
    name: '诉求类型',
    value: named(typeWords),
  },
  route: {
    name: '谁来牵头',
    value: named({
      grid: '一个网格',
      block: '街区',
      street: '社区和街道',
      mediation: '调解',
      door: '别的部门',
    }),
  },
  door: {
    name: '告诉居民找谁',
    value: named({
      none: '不用找别处',
      court: '法院',
      arbitration: '劳动仲裁',
      review: '行政复议',
      discipline: '纪委监委',
      petition: '信访',
      secrets: '国家安全机关',
    }),
  },
  aboutStaff: {
    name: '反映工作人员，交上一级',
    value: named({ true: '是', false: '不是' }),
  },
  remarks: { name: '另外要说的话', value: value => (value === 'none' ? '没有' : value) },
  letter: { name: '级别字母', value: value => value },
  accept: { name: '受理期限', value: dueOrTier },
  danger: { name: '判断急事的期限', value: dueOrTier },
  reply: { name: '回话期限', value: dueOrTier },
  onSite: { name: '到现场期限', value: dueOrTier },
  controlled: { name: '控制险情期限', value: dueOrTier },
  resolve: { name: '办结期限', value: dueOrTier },
  progress: { name: '说进展的期限', value: dueOrTier },
  confirm: { name: '等居民确认', value: dueOrTier },
  answer: { name: '等居民补充', value: dueOrTier },
  review: { name: '挂账再看', value: dueOrTier },
  objection: { name: '答复意见的期限', value: dueOrTier },
  warnings: { name: '什么时候提醒谁、给谁看', value: dueOrTier },
  extension: { name: '延期', value: dueOrTier },
  pause: { name: '能停几次等补充', value: dueOrTier },
  suspension: { name: '挂账', value: dueOrTier },
}

function tierName(tier: string, tiers: TierWords): string {
  return tiers.find(one => one.tier === tier)?.words ?? tier
}

function dueOrTier(value: string, tiers: TierWords): string {
  return tiers.some(({ tier }) => tier === value) ? tierName(value, tiers) : due(value)
}

/** One way in which something is treated otherwise: 级别：B 网格办 → C 街区联办. */
export const pointWords = (
  { point, from, to }: { point: ComparedPoint; from: string; to: string },
  tiers: TierWords,
): string => `${points[point].name}：${points[point].value(from, tiers)} → ${points[point].value(to, tiers)}`
