import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from '../tests/support/chromium'

// node scripts/runTypeScript.mjs scripts/drawTabIcons.ts: WeChat's tab bar takes PNG only (81 × 81 px, 40 KB at most),
// so the drawings in src/assets/tab/*.svg are painted once in each state and kept beside them.

const folder = join(process.cwd(), 'src/assets/tab')
/** As drawn, and as the tab that is open. Both stand out from a white and from a dark bar. */
const drawn = '#6f7f7c'
const open = '#1f8a78'

const paint = async () => {
  const browser = await launchChromium()
  const page = await browser.newPage({ viewport: { width: 81, height: 81 } })
  for (const file of readdirSync(folder).filter(name => name.endsWith('.svg'))) {
    const svg = readFileSync(join(folder, file), 'utf8')
    for (const [state, colour] of [
      ['', drawn],
      ['-open', open],
    ] as const) {
      await page.setContent(
        `<style>*{margin:0;background:transparent}svg{display:block}</style>${svg.replace(drawn, colour)}`,
      )
      writeFileSync(
        join(folder, `${file.slice(0, -4)}${state}.png`),
        await page.screenshot({ omitBackground: true }),
      )
    }
  }
  await browser.close()
}

paint().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
