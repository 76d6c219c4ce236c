export default definePageConfig({ navigationBarTitleText: '这次导入' })
