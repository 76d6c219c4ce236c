import type { FaultWords } from '../faultWords'

/** What can be wrong with buildings and landmarks. */
export const placeFaults = {
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
