const weapp = process.env.TARO_ENV === 'weapp'

const tab = (name: string, text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  iconPath: `assets/tab/${name}.png`,
  selectedIconPath: `assets/tab/${name}-open.png`,
})

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
    'pages/plate/index',
    'pages/card/index',
    'pages/household/index',
    'pages/joined/index',
    'pages/following/index',
  ],
  subPackages: [
    {
      root: 'staff',
      pages: [
        'worklist/index',
        'roster/index',
        'claim/index',
        'policies/index',
        'policyEdit/index',
        'policyDraft/index',
        'corrections/index',
        'plates/index',
        'imports/index',
        'importRun/index',
      ],
    },
  ],
  // Officers go from home to their worklist: have it there when they do.
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['staff'] } },
  tabBar: {
    color: weapp ? '@tabInk' : '#50605d',
    selectedColor: weapp ? '@tabOpen' : '#0b6557',
    backgroundColor: weapp ? '@tabPaper' : '#ffffff',
    borderStyle: 'black',
    list: [tab('home', '首页'), tab('mine', '我反映的'), tab('council', '街坊议事'), tab('me', '我的')],
  },
  window: {
    navigationStyle: 'default',
    navigationBarTitleText: '街坊有事',
    navigationBarBackgroundColor: weapp ? '@paper' : '#f4f2ec',
    navigationBarTextStyle: (weapp ? '@navigationInk' : 'black') as 'black',
    backgroundColor: weapp ? '@paper' : '#f4f2ec',
    enablePullDownRefresh: true,
  },
  // Native bars follow the phone's dark mode by these; pages by their own media query.
  ...(weapp && { darkmode: true, themeLocation: 'theme.json' }),
  requiredPrivateInfos: ['chooseLocation'],
  __usePrivacyCheck__: true,
  lazyCodeLoading: 'requiredComponents',
})
