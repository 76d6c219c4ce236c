import type { IMiniAppConfig } from '@tarojs/taro/types/compile'
import { alsoCompile } from './alsoCompile'

/** The mini program. `minifyXML.collapseWhitespace` stays off: it writes invalid WXML. */
export const mini: IMiniAppConfig<'webpack5'> = {
  compile: { include: alsoCompile },
  // Code used by one subpackage only stays out of the main package (2 MB at most, ours is far smaller).
  optimizeMainPackage: { enable: true },
  postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
}
