export default definePageConfig({ navigationBarTitleText: '我家和家人', enablePullDownRefresh: false })
