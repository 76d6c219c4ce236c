import { rmSync } from 'node:fs'
import { inRoot } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'

const inputs = ['src', 'contract', 'domain', 'config', 'babel.config.js', 'tsconfig.json']

/** One of Taro's builds. `--no-check`: otherwise Taro fetches a schema from the network. */
const taro = type => ({
  name: type,
  what: type === 'weapp' ? 'the mini program' : 'the app for browsers',
  inputs,
  output: `dist/${type}`,
  async build() {
    rmSync(inRoot('dist', type), { recursive: true, force: true })
    const { code, output } = await run(
      process.execPath,
      [inRoot('node_modules/@tarojs/cli/bin/taro'), 'build', '--type', type, '--no-check'],
      { env: { NODE_ENV: 'production', BROWSERSLIST_IGNORE_OLD_DATA: 'true' } },
    )
    // Taro ends with 0 after some failures; its last words tell.
    if (code !== 0 || /Compiled with \d* ?errors?|Module build failed|^ERROR in/im.test(output))
      throw new Error(output)
  },
})

export const weapp = taro('weapp')
export const h5 = taro('h5')
