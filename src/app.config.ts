export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/mine/index',
    'pages/council/index',
    'pages/me/index',
    'pages/report/index',
    'pages/request/index',
    'pages/topic/index',
    'pages/place/index',
  ],
  subPackages: [{ root: 'staff', pages: ['worklist/index'] }],
  // Officers go from home to their worklist: have it there when they do.
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['staff'] } },
  tabBar: {
    color: '#50605d',
    selectedColor: '#0b6557',
    backgroundColor: '#ffffff',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/mine/index', text: '我反映的' },
      { pagePath: 'pages/council/index', text: '街坊议事' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  window: {
    navigationBarTitleText: '街坊有事',
    navigationBarBackgroundColor: '#f4f2ec',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f4f2ec',
    enablePullDownRefresh: true,
  },
  requiredPrivateInfos: ['chooseLocation'],
  __usePrivacyCheck__: true,
  lazyCodeLoading: 'requiredComponents',
})
