export default definePageConfig({ navigationBarTitleText: '班组和请假' })
