export default definePageConfig({ navigationBarTitleText: '办到哪一步了' })
