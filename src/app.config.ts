export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/mine/index',
    'pages/council/index',
    'pages/me/index',
    'pages/report/index',
    'pages/request/index',
    'pages/topic/index',
  ],
  subPackages: [{ root: 'staff', pages: ['worklist/index', 'handle/index'] }],
  tabBar: {
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/mine/index', text: '我反映的' },
      { pagePath: 'pages/council/index', text: '街坊议事' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  window: { navigationBarTitleText: '街坊有事' },
  lazyCodeLoading: 'requiredComponents',
})
