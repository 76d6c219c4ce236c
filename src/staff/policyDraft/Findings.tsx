import { View } from '@tarojs/components'
import type { PolicyFinding } from '../../../contract/policy'
import { Notice } from '../../design/Notice/Notice'

const sentences: Record<PolicyFinding['kind'], (finding: PolicyFinding) => string> = {
  unreachable: ({ what }) => `规则“${what}”的词自己凑不齐，它永远用不上。`,
  overlapping: ({ what, other = '' }) => `规则“${what}”总是和“${other}”一起出现，说的也一样，可以去掉一条。`,
  contradictory: ({ what, other = '' }) =>
    `规则“${what}”和“${other}”对同样的话给不同的级别，分量又一样，请改一条。`,
  neverMatched: ({ what }) => `规则“${what}”在最近的诉求里一次也没用上。`,
  missingYear: ({ what }) => `工作日历里没有 ${what} 年，要先加上才能发布。`,
}

/** Rules that recent requests did not use are many and mostly fine: they come folded into one line. */
const seldom = 'neverMatched'

/** What the author should look at before publishing, in plain words. */
export const Findings = ({ findings }: { findings: readonly PolicyFinding[] }) => {
  const pressing = findings.filter(({ kind }) => kind !== seldom)
  const unused = findings.length - pressing.length
  if (!findings.length) return null
  return (
    <Notice
      kind={pressing.length ? 'warn' : 'calm'}
      title={pressing.length ? '请先看看这几处' : '顺便说一句'}
    >
      {pressing.map(finding => (
        <View key={`${finding.kind}${finding.what}${finding.other ?? ''}`}>
          {sentences[finding.kind](finding)}
        </View>
      ))}
      {unused === 1 && findings.filter(({ kind }) => kind === seldom).map(sentences.neverMatched)}
      {unused > 1 && <View>有 {unused} 条规则在最近的诉求里一次也没用上，不一定有错。</View>}
    </Notice>
  )
}
