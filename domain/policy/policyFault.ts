import type { PolicyKind } from '../../contract/policy'
import type * as z from '../../contract/zod'
import { placeWords } from './placeWords'

type Issue = z.core.$ZodIssue

/** What is wrong with a policy: where (`tiers.B.accept.length`), and a sentence that names the place and says why. */
export interface PolicyFault {
  path: readonly PropertyKey[]
  message: string
}

/**
 * The first of the faults that zod found in what an author wrote, in plain words. The one place where zod's codes become
 * sentences for policies: zod has no locale here, and its own words are English. What our own checks say is Chinese already.
 */
export const policyFault = (kind: PolicyKind, issues: readonly Issue[], written: unknown): PolicyFault => {
  const found = innermost(issues[0], [])
  if (!found) return { path: [], message: '这份内容不对。请改好再存。' }
  const { issue, path } = found
  const where = placeWords(kind, path) || '整份'
  return { path, message: `“${where}”${reasonOf(issue, valueAt(written, path))}。请改好再存。` }
}

/** Of several shapes that would fit (a length in minutes, in days …) the one that was nearly met says what is missing. */
const innermost = (
  issue: Issue | undefined,
  above: readonly PropertyKey[],
): { issue: Issue; path: readonly PropertyKey[] } | undefined => {
  if (!issue) return undefined
  const path = [...above, ...issue.path]
  if (issue.code !== 'invalid_union') return { issue, path }
  const [nearest, next] = [...issue.errors].sort((a, b) => a.length - b.length)
  // All are as far away: then it is none of them.
  if (!nearest?.length || nearest.length === next?.length) return { issue, path }
  return innermost(nearest[0], path)
}

const reasonOf = (issue: Issue, value: unknown): string => {
  if (issue.code === 'custom') return issue.message
  if (value === undefined && issue.code !== 'unrecognized_keys') return '没有填'
  return (reasons[issue.code] as (issue: Issue) => string)(issue)
}

type Code = Exclude<Issue['code'], 'custom'>

const reasons: { [C in Code]: (issue: Extract<Issue, { code: C }>) => string } = {
  invalid_type: ({ expected }) => `要填${typeWords[expected] ?? '别的内容'}`,
  too_small: ({ origin, minimum, inclusive }) =>
    isCounted(origin)
      ? `至少要有 ${minimum} ${origin === 'string' ? '个字' : '项'}`
      : `要${inclusive ? '不小于' : '大于'} ${minimum}`,
  too_big: ({ origin, maximum, inclusive }) =>
    isCounted(origin)
      ? `最多 ${maximum} ${origin === 'string' ? '个字' : '项'}`
      : `要${inclusive ? '不大于' : '小于'} ${maximum}`,
  invalid_format: () => '写法不对',
  not_multiple_of: ({ divisor }) => `要是 ${divisor} 的倍数`,
  unrecognized_keys: ({ keys }) => `里多了“${keys.join('”“')}”，没有这一项`,
  invalid_union: ({ path }) =>
    path.at(-1) === 'length'
      ? '要写几分钟、几个工作分钟、几个工作日或几天，只写一种'
      : path.at(-2) === 'steps'
        ? '要写走到几成或第几分钟提醒，只写一种'
        : '几种写法都对不上',
  invalid_key: () => '的名字写法不对',
  invalid_element: () => '里有一项不对',
  invalid_value: ({ values }) => `只能是 ${values.map(valueWords).join('、')} 里的一个`,
}

/** What is written in the policy, with what it means beside it. */
const valueWords = (value: unknown): string => {
  const word = String(value)
  return word in meanings ? `${word}（${meanings[word]}）` : word
}

const meanings: Record<string, string> = {
  handler: '经办人',
  backup: '顶班的人',
  community: '社区',
  street: '街道',
  reporter: '居民',
  grid: '网格',
  block: '街区',
  district: '区里',
  danger: '急事',
  letter: '急事单独一级',
  flag: '急事另外标',
}

const isCounted = (origin: string): boolean => origin === 'string' || origin === 'array' || origin === 'set'

const typeWords: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否（true、false）',
  array: '一串内容（[ ]）',
  tuple: '一串内容（[ ]）',
  object: '一组内容（{ }）',
  record: '一组内容（{ }）',
}

const valueAt = (written: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], written)
