import { type Category, categoryWords } from '../../../contract/categories'
import type { ComparedPoint } from '../../../contract/policy'
import type { TierWords } from '../../../contract/requestView'

const named = (words: Readonly<Record<string, string>>) => (value: string) => words[value] ?? value

const due = named({ earlier: '更早到期', later: '更晚到期' })

/** What is compared, and how its values are said. */
const points: Record<ComparedPoint, { name: string; value: (value: string, tiers: TierWords) => string }> = {
  tier: { name: '级别', value: tierName },
  sure: { name: '急事把握', value: named({ true: '有把握', false: '要人看' }) },
  category: { name: '类别', value: value => categoryWords[value as Category] },
  type: {
    name: '诉求类型',
    value: named({ inquiry: '咨询', help: '求助', complaint: '投诉', suggestion: '建议', praise: '表扬' }),
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
  letter: { name: '级别字母', value: value => value },
  accept: { name: '受理期限', value: dueOrTier },
  reply: { name: '回话期限', value: dueOrTier },
  resolve: { name: '办结期限', value: dueOrTier },
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
