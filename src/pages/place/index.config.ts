export default definePageConfig({ navigationBarTitleText: '选地方', enablePullDownRefresh: false })
