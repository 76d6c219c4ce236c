import type { FaultWords } from '../faultWords'

/** What can be wrong with the outlines of areas, one by one and beside each other. */
export const outlineFaults = {
  tooManyPoints: {
    severity: 'error',
    why: '边界有 {count} 个点，太细了，最多 {most} 个。',
    mend: '请在画图软件里“简化”边界。',
  },
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
} as const satisfies Record<string, FaultWords>
