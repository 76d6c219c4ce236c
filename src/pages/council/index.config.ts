export default definePageConfig({ navigationBarTitleText: '街坊议事' })
