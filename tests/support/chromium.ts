import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type LaunchOptions } from 'playwright-core'
import { findBrowser } from './chromiumProgram'

const root = resolve(__dirname, '../..')
const cache = join(root, 'node_modules/.cache/fonts')

/** No look-ups of its own: the tests count requests to other hosts, and must pass on a closed network. */
const quiet = [
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  ...['--disable-default-apps', '--disable-domain-reliability', '--no-pings', '--metrics-recording-only'],
]

/** A fontconfig file that knows one family, from npm: without it Chinese text is empty boxes on a bare system. */
const fontConfig = () => {
  const file = join(cache, 'fonts.conf')
  if (!existsSync(file)) {
    const family = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))
    const folders = ['400Regular', '500Medium', '700Bold'].map(weight => `<dir>${join(family, weight)}</dir>`)
    mkdirSync(cache, { recursive: true })
    writeFileSync(
      file,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${folders.join('')}<cachedir>${cache}</cachedir></fontconfig>\n`,
    )
  }
  return file
}

/** Starts the browser of this machine without a window, with a Chinese font. */
export const launchChromium = (options: LaunchOptions = {}): Promise<Browser> => {
  const { executablePath, env } = findBrowser()
  const fonts: Record<string, string> = process.platform === 'linux' ? { FONTCONFIG_FILE: fontConfig() } : {}
  // Chromium has no sandbox for root, which is who runs in most containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox', '--no-zygote'] : []
  return chromium.launch({
    executablePath,
    ...options,
    args: [...quiet, ...sandbox, ...(options.args ?? [])],
    env: { ...(process.env as Record<string, string>), ...fonts, ...env, ...options.env },
  })
}

/** A middling phone in China. Pass to `browser.newContext`. */
export const phone: BrowserContextOptions = {
  viewport: { width: 375, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
}
