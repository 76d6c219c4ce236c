import type { FaultWords } from './faultWords'

/** What can be wrong with any table: with it as a whole, with a cell, with a row. */
export const tableFaults = {
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
  // Rows
  notYours: {
    severity: 'error',
    why: '不在“{area}”的范围里，不归您管。',
    mend: '请删掉这一行，或请上级来导入。',
  },
  unknownArea: { severity: 'error', why: '没有编码为“{value}”的区域。', mend: '{hint}' },
} as const satisfies Record<string, FaultWords>
