import type { IH5Config } from '@tarojs/taro/types/compile'
import { alsoCompile } from './alsoCompile'

type Chain = Parameters<NonNullable<IH5Config<'webpack5'>['webpackChain']>>[0]

/** Without this every page carries its own copy of the components and of the contract. */
const shareBetweenPages = (chain: Chain) => {
  chain.optimization.splitChunks({
    chunks: 'all',
    minSize: 4_000,
    maxAsyncRequests: 30,
    cacheGroups: {
      default: false,
      defaultVendors: false,
      vendors: { name: 'vendors', test: /[\\/]node_modules[\\/]/, chunks: 'initial', priority: 3 },
      components: {
        name: 'components',
        test: /[\\/]@tarojs[\\/]components[\\/]/,
        minChunks: 2,
        chunks: 'async',
        priority: 2,
      },
      shared: { chunks: 'async', minChunks: 2, priority: 1, reuseExistingChunk: true },
    },
  })
}

/** The same source for a browser: the demonstration and the tests. Served by the local cloud under `/app/`. */
export const h5: IH5Config<'webpack5'> = {
  compile: { include: alsoCompile },
  webpackChain: shareBetweenPages,
  publicPath: '/app/',
  router: { mode: 'hash' },
  output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
  miniCssExtractPluginOption: {
    ignoreOrder: true,
    filename: 'css/[name].[contenthash:8].css',
    chunkFilename: 'css/[name].[contenthash:8].css',
  },
  postcss: { autoprefixer: { enable: true, config: {} }, cssModules: { enable: false } },
}
