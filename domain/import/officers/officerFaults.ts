import type { FaultWords } from '../faultWords'

/** What can be wrong with officers and their posts. */
export const officerFaults = {
  unknownOfficer: {
    severity: 'error',
    why: '没有这个人员编号。',
    mend: '请从导出的文件里复制；新来的人请把人员编号留空。',
  },
  unknownPost: {
    severity: 'error',
    why: '没有这个岗位编号，或者它是别人的岗位。',
    mend: '请从导出的文件里复制；新增的岗位请把岗位编号留空。',
  },
  ambiguousOfficer: {
    severity: 'error',
    why: '有 {count} 位叫“{value}”的人，分不清是哪一位。',
    mend: '请填人员编号或个人手机。',
  },
  officerClash: {
    severity: 'error',
    why: '和{other}是同一个人，“{column}”却不一样。',
    mend: '请把同一个人的各行改成一致。',
  },
  doublePost: { severity: 'error', why: '和{other}是同一个人的同一个岗位。', mend: '请删掉重复的一行。' },
  badDays: { severity: 'error', why: '服务日看不懂。', mend: '请写成“周一至周五”“每天”或“周一、周三”。' },
  badTime: { severity: 'error', why: '时间看不懂。', mend: '请写成 8:30 这样的时间，全天写 0:00 和 24:00。' },
  hoursReversed: {
    severity: 'error',
    why: '下班时间不在上班时间之后。',
    mend: '请改正；夜班请分成两个岗位填写。',
  },
  termReversed: { severity: 'error', why: '任职结束的日期在开始之前。', mend: '请改正任职起止日期。' },
  noWorkPhone: {
    severity: 'warning',
    why: '要公开工作电话，却没有填号码。',
    mend: '请填工作电话，或改成“只公开值班电话”。',
  },
  nobodyManages: {
    severity: 'error',
    why: '导入后，没有一个在任的人能管理这片区域的数据。',
    mend: '请把能管理数据的岗位（如街道值班员）也放进文件，或选择“文件里没有的保留不动”。',
  },
  sharedMobile: {
    severity: 'warning',
    why: '和{other}的个人手机相同，绑定微信时要人工核对。',
    mend: '请核对是不是填错了。',
  },
} as const satisfies Record<string, FaultWords>
