export default definePageConfig({ navigationBarTitleText: '街坊有事' })
