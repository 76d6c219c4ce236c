export default definePageConfig({
  navigationBarTitleText: '找地方，找网格员',
  enablePullDownRefresh: false,
  enableShareAppMessage: true,
})
