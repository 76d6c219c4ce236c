/** The named people of the demo, in the order of the bar. The first is who one is at the start. */
export const cast = [
  {
    id: 'zhang-guifang',
    name: '张桂芳',
    role: '居民',
    note: '72岁，住甲片街区第1网格，有一件事等她确认',
  },
  {
    id: 'li-xiaoyan',
    name: '李小燕',
    role: '居民·小店店主',
    note: '在同一个网格开便利店，也住在店后面',
  },
  {
    id: 'chen-zhiqiang',
    name: '陈志强',
    role: '网格员',
    note: '甲片街区第1网格的网格员，手上有急事也有超时的',
  },
  {
    id: 'he-jianguo',
    name: '何建国',
    role: '理事（固定席）',
    note: '甲片街区理事会固定席，业委会主任',
  },
  {
    id: 'wu-mei',
    name: '吴梅',
    role: '理事（流动席）',
    note: '甲片街区理事会流动席，这一期轮值的街坊',
  },
  {
    id: 'wang-min',
    name: '王敏',
    role: '社区值班员',
    note: '榕溪社区值班台，盯着超时和急事',
  },
  {
    id: 'liu-yang',
    name: '刘洋',
    role: '街道值班员',
    note: '澜湾街道值班室',
  },
] as const

export type CastId = (typeof cast)[number]['id']

/** The openid that the local cloud signs this person in with. */
export const castOpenid = (id: CastId): string => `demo-${id}`

/** The named person's name. */
export const castName = (id: CastId): string => cast.find(member => member.id === id)?.name ?? ''
