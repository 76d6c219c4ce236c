export default definePageConfig({ navigationBarTitleText: '网格员', enableShareAppMessage: true })
