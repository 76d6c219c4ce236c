import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Figure, median, rounded } from './figure'

const rounds = 21

/** How long a fresh process takes to load a module, ms. */
const load = (module: string): number => {
  const program = `const t=process.hrtime.bigint();require(${JSON.stringify(module)});console.log(Number(process.hrtime.bigint()-t)/1e6)`
  // What the platform sets: without it the SDK spends time complaining.
  const platform = { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'bench' }
  const env = { ...process.env, ...platform, LINGE_PEPPER: 'bench' }
  return Number(execFileSync(process.execPath, ['-e', program], { env, cwd: process.cwd() }).toString())
}

/** Cold load of each function beside the bare SDK, turn by turn in fresh processes, and the bundles' size. */
export const measureFunctions = async (): Promise<Figure[]> => {
  const root = join(process.cwd(), 'dist/cloudfunctions')
  const names = readdirSync(root, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? [entry.name] : [],
  )
  const figures: Figure[] = []
  for (const name of names) {
    const file = join(root, name, 'index.js')
    const own: number[] = []
    const bare: number[] = []
    for (let round = 0; round < rounds; round++) {
      // Turn and turn about, so that neither always finds what the other left warm.
      if (round % 2) bare.push(load('wx-server-sdk'))
      own.push(load(file))
      if (round % 2 === 0) bare.push(load('wx-server-sdk'))
    }
    const against = `require('wx-server-sdk'), ${rounded(median(bare), 1)} ms`
    figures.push({
      name: `fn.${name}.coldload`,
      value: rounded(median(own), 1),
      unit: 'ms',
      against,
      ratio: rounded(median(own) / median(bare)),
      bar: 1,
    })
    figures.push({ name: `fn.${name}.bytes`, value: statSync(file).size, unit: 'B' })
  }
  return figures
}
