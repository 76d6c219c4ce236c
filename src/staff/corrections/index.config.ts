export default definePageConfig({ navigationBarTitleText: '人工改过的' })
