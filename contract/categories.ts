/** 黄水's fifteen duty classes and 其他, with the words staff know them by. Residents never see or choose one. */
export const categoryWords = {
  publicOrder: '社会治安',
  cityManagement: '城市管理',
  traffic: '交通管理',
  market: '市场监管',
  planning: '规划建设',
  estate: '小区管理',
  fireSafety: '消防安全',
  environment: '环境保护',
  water: '水务管理',
  labour: '劳动保障',
  culture: '文化出版',
  education: '教育监管',
  workSafety: '安全生产',
  organisations: '组织场所',
  disputes: '矛盾纠纷',
  other: '其他',
} as const

export type Category = keyof typeof categoryWords
export const categories = Object.keys(categoryWords) as [Category, ...Category[]]
