import type { FaultWords } from '../faultWords'

/** What can be wrong with areas as a tree, and with what is in force once they are imported. */
export const areaFaults = {
  // The tree
  doubleCode: { severity: 'error', why: '编码和{other}重复。', mend: '一个区域一个编码，请改掉其中一个。' },
  doubleId: {
    severity: 'error',
    why: '内部编号和{other}重复。',
    mend: '请删掉重复的一行，或把新区域的内部编号留空。',
  },
  doubleName: {
    severity: 'warning',
    why: '同一个上级下面已经有一个同名的：{other}。',
    mend: '请核对是不是重复，或者换一个分得清的名称。',
  },
  missingParent: { severity: 'error', why: '没有编码为“{value}”的上级。', mend: '{hint}' },
  endedParent: {
    severity: 'error',
    why: '上级“{value}”不在文件里，会被撤销，它就悬空了。',
    mend: '请把上级也放进文件，或把它改到别的上级下面。',
  },
  parentCycle: { severity: 'error', why: '上下级绕成了圈：{value}。', mend: '请改正其中一个的上级编码。' },
  noParent: {
    severity: 'error',
    why: '没有填上级编码。',
    mend: '请填上级的编码，例如所属社区或街区的编码。',
  },
  wrongTree: {
    severity: 'error',
    why: '“{kind}”属于“{tree}”，不是“{value}”。',
    mend: '请改正类型，或把“网”这一格留空。',
  },
  // What is in force afterwards
  populationHigh: {
    severity: 'warning',
    why: '人口 {value} 超过了“{kind}”的上限 {most}。',
    mend: '请核对人数，搬走的人要去掉；确实超过就该拆分。',
  },
  populationLow: {
    severity: 'warning',
    why: '人口 {value} 低于“{kind}”的下限 {least}。',
    mend: '请核对人数；确实太少可以合并。',
  },
  stale: {
    severity: 'warning',
    why: '“{column}”是 {value} 统计的，超过 {days} 天了。',
    mend: '请更新数字和统计日期。',
  },
  noOfficer: { severity: 'warning', why: '没有一个在岗的工作人员。', mend: '请在“人员岗位”里给它安排人。' },
  endedWithPosts: {
    severity: 'warning',
    why: '撤销后，还有 {count} 个岗位挂在它上面。',
    mend: '请接着导入人员岗位，把这些人安排到新的区域。',
  },
  endedWithPlaces: {
    severity: 'warning',
    why: '撤销后，还有 {count} 处楼栋或地标归在它下面。',
    mend: '请接着导入楼栋地标，改正它们的网格。',
  },
} as const satisfies Record<string, FaultWords>
