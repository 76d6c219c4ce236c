export default definePageConfig({ navigationBarTitleText: '规则和期限' })
