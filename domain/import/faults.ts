import type { FaultSeverity, ImportFault } from '../../contract/import'

interface FaultWords {
  severity: FaultSeverity
  /** Why it is a fault; `{…}` is filled in. */
  why: string
  /** How to mend it. */
  mend: string
}

/** Every fault an import can find, with its words. An error stops the import; a warning is for a person to look at. */
export const faults = {
  // The table as a whole
  missingColumn: {
    severity: 'error',
    why: '缺少“{column}”这一列。',
    mend: '请下载模板，照模板的表头补上这一列。',
  },
  unknownColumn: { severity: 'warning', why: '不认识这一列，里面的内容不会导入。', mend: '{hint}' },
  doubleColumn: {
    severity: 'error',
    why: '“{column}”这一列出现了两次，不知道以哪一列为准。',
    mend: '请删掉其中一列。',
  },
  nothing: {
    severity: 'error',
    why: '文件里一行数据也没有。',
    mend: '请检查是不是选错了文件，或数据在另一张工作表里。',
  },
  andMore: {
    severity: 'warning',
    why: '还有 {count} 处没有列出来。',
    mend: '请先改好列出来的，再传一遍。',
  },
  hiddenRows: {
    severity: 'warning',
    why: '有 {count} 行是隐藏的，或者被筛选掉了，也会一起导入。',
    mend: '请取消隐藏和筛选看看；不要的行请删掉。',
  },
  // Cells
  brokenCell: {
    severity: 'error',
    why: '这一格的公式出错了，或没有算出结果。',
    mend: '请在表格软件里打开，把公式改成值再保存。',
  },
  dateSerial: {
    severity: 'error',
    why: '这是表格软件里日期的序号，不是日期。',
    mend: '请把这一列设为“日期”格式，或写成 2025-03-01 这样的日期。',
  },
  lostZero: {
    severity: 'error',
    why: '像是区号最前面的 0 被表格软件去掉了。',
    mend: '请把这一列设为“文本”格式，重新填写，如 0755-00000000。',
  },
  tooManyPoints: {
    severity: 'error',
    why: '边界有 {count} 个点，太细了，最多 {most} 个。',
    mend: '请在画图软件里“简化”边界。',
  },
  missingCell: { severity: 'error', why: '“{column}”没有填。', mend: '请填上{column}。' },
  tooLong: { severity: 'error', why: '太长了，最多 {most} 个字。', mend: '请缩短。' },
  spoiltNumber: {
    severity: 'error',
    why: '编号被表格软件改成了科学计数，后面的数字已经丢了。',
    mend: '请把这一列设为“文本”格式，重新填写编号。',
  },
  badNumber: { severity: 'error', why: '这里要填 0 以上的整数。', mend: '请只填数字，不带单位和逗号。' },
  badDate: { severity: 'error', why: '不是有效的日期。', mend: '请写成 2025-03-01 这样的日期。' },
  futureDate: { severity: 'error', why: '统计日期还没有到。', mend: '请填实际统计的那一天。' },
  badPhone: {
    severity: 'error',
    why: '不像电话号码：手机 11 位，座机要带区号。',
    mend: '请写成 13800000000 或 0755-00000000。',
  },
  badMobile: {
    severity: 'error',
    why: '个人手机要填 11 位手机号。',
    mend: '请核对号码；座机请填到“工作电话”。',
  },
  badId: {
    severity: 'error',
    why: '“{column}”不是系统的编号。',
    mend: '新增的请把这一格留空，修改的请从导出的文件里复制。',
  },
  unknownWord: { severity: 'error', why: '“{column}”里没有“{value}”这一种。', mend: '{hint}' },
  // Areas
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
  notYours: {
    severity: 'error',
    why: '不在“{area}”的范围里，不归您管。',
    mend: '请删掉这一行，或请上级来导入。',
  },
  wrongTree: {
    severity: 'error',
    why: '“{kind}”属于“{tree}”，不是“{value}”。',
    mend: '请改正类型，或把“网”这一格留空。',
  },
  // Outlines
  noOutline: { severity: 'error', why: '没有边界。', mend: '请在画图软件里给它画上面（Polygon）。' },
  notPolygon: {
    severity: 'error',
    why: '边界不是面，而是“{value}”。',
    mend: '请画成面（Polygon 或 MultiPolygon）。',
  },
  needlessOutline: {
    severity: 'warning',
    why: '“{kind}”不占地面，边界会被忽略。',
    mend: '如果它占地面，请改正类型。',
  },
  badCoordinate: { severity: 'error', why: '边界里有一个点不是两个数字。', mend: '请重新导出这个图形。' },
  ringShort: {
    severity: 'error',
    why: '边界的一圈只有 {count} 个点，围不成面。',
    mend: '请补画，或删掉这一圈。',
  },
  ringOpen: { severity: 'error', why: '边界的一圈没有闭合。', mend: '请让最后一个点和第一个点重合。' },
  ringCrosses: {
    severity: 'error',
    why: '边界在 {value} 附近自己和自己交叉了。',
    mend: '请在画图软件里拉开交叉的地方。',
  },
  swapped: {
    severity: 'error',
    why: '经度和纬度写反了。',
    mend: '请把经度（73–135）写在前面，纬度（3–54）写在后面。',
  },
  abroad: {
    severity: 'error',
    why: '位置不在国内：{value}。',
    mend: '请检查坐标和坐标系；投影坐标请随文件带上 .prj。',
  },
  farAway: {
    severity: 'error',
    why: '离“{area}”有 {distance} 公里。',
    mend: '请检查是不是别处的数据，或坐标系选错了。',
  },
  otherSystem: {
    severity: 'warning',
    why: '文件里的 .prj 说坐标是测绘用的（WGS-84 或 CGCS2000），您选的是别的。',
    mend: '请核对；选错了边界会整体偏几百米，请换一个坐标系重新导入。',
  },
  shifted: {
    severity: 'error',
    why: '整个文件的边界都朝同一个方向偏了约 {distance} 米。',
    mend: '多半是坐标系选错了，请换一个坐标系重新导入。',
  },
  overlap: {
    severity: 'error',
    why: '和“{other}”重叠 {size}，超过了小的那个的 {share}。',
    mend: '请改画两者的边界，让它们只在边上相接。',
  },
  smallOverlap: { severity: 'warning', why: '和“{other}”重叠 {size}。', mend: '请看看边界是不是画得不齐。' },
  gap: { severity: 'warning', why: '有 {size} 不在任何一个下级里。', mend: '请看看是不是漏画了一块。' },
  outside: {
    severity: 'warning',
    why: '下级有 {size} 伸到了它外面。',
    mend: '请看看是上级画小了，还是下级画大了。',
  },
  uncheckedGround: {
    severity: 'warning',
    why: '图形太乱，重叠和空隙没能核对。',
    mend: '请在画图软件里检查这一片的图形。',
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
  // Officers and posts
  unknownArea: { severity: 'error', why: '没有编码为“{value}”的区域。', mend: '{hint}' },
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
  // Buildings and landmarks
  notHome: { severity: 'error', why: '“{value}”不是网格，楼栋要归到网格。', mend: '请填它所在网格的编码。' },
  halfPoint: { severity: 'error', why: '经度和纬度只填了一个。', mend: '请两个都填，或者都留空。' },
  otherGrid: {
    severity: 'warning',
    why: '位置在“{other}”里，不在所填的网格里。',
    mend: '请核对网格编码和坐标。',
  },
  outsideAll: {
    severity: 'warning',
    why: '位置在所有网格外面 {distance} 米。',
    mend: '请核对坐标和坐标系。',
  },
  doublePlace: {
    severity: 'error',
    why: '和{other}是同一个网格里同名的同一处。',
    mend: '请删掉重复的一行，或换一个分得清的名称。',
  },
} as const satisfies Record<string, FaultWords>

export type FaultCode = keyof typeof faults

/** Where a fault is, and what fills its words. */
export interface FaultAt {
  row?: number
  column?: string
  value?: string
  name?: string
  /** Fills `{…}` of the words beside `column` and `value`. */
  words?: Record<string, string | number>
}

const valueMost = 40

/** One fault, in words. */
export const faultOf = (
  code: FaultCode,
  { row, column, value, name, words = {} }: FaultAt = {},
): ImportFault => {
  const { severity, why, mend }: FaultWords = faults[code]
  const shown = value !== undefined && value.length > valueMost ? `${value.slice(0, valueMost)}…` : value
  const filled = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, key: string) => String(words[key] ?? { column, value: shown }[key] ?? ''))
  return {
    severity,
    code,
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
    ...(shown !== undefined && { value: shown }),
    ...(name !== undefined && { name }),
    why: filled(why),
    mend: filled(mend),
  }
}
