export default definePageConfig({ navigationBarTitleText: '公示牌', enableShareAppMessage: true })
