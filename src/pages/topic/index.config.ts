export default definePageConfig({ navigationBarTitleText: '要商量的事' })
