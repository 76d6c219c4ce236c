import { resolve } from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { h5 } from './h5'
import { mini } from './mini'

// Taro's configuration for weapp and H5. Run through `npm run build -- weapp h5` (scripts/build.mjs),
// which sets NODE_ENV and skips what is up to date.

const config: UserConfigExport<'webpack5'> = {
  projectName: 'linge',
  date: '2026-11-22',
  // Sizes are written for a phone 375 px wide.
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: process.env.TARO_ENV === 'h5' ? 'dist/h5' : 'dist/weapp',
  plugins: [
    '@tarojs/plugin-platform-weapp',
    '@tarojs/plugin-platform-h5',
    '@tarojs/plugin-framework-react',
    resolve(__dirname, 'aria/plugin.js'),
  ],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  logger: { quiet: true, stats: false },
  mini,
  h5,
}

export default defineConfig<'webpack5'>(() => config)
