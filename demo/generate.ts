import { parseArgs } from 'node:util'
import { generateStreet } from './generateStreet'
import { writeStreet } from './writeStreet'

// The command line of the demo street: node generate.js [--out .linge/demo] [--seed 1] [--now 2026-11-23T10:00:00Z]
const main = () => {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: '.linge/demo' },
      seed: { type: 'string', default: '1' },
      now: { type: 'string' },
    },
  })
  const seed = Number(values.seed)
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed must be a whole number, not ${values.seed}`)
  const now = values.now ? Date.parse(values.now) : Date.now()
  if (Number.isNaN(now)) {
    throw new Error(`--now must be a date and time such as 2026-11-23T10:00:00Z, not ${values.now}`)
  }

  const started = Date.now()
  const progress = (step: string) =>
    console.log(`演示街道 ${((Date.now() - started) / 1000).toFixed(1)}s  ${step}`)
  const street = generateStreet({ seed, now, pepper: process.env.LINGE_PEPPER ?? 'demo-pepper', progress })
  progress('写文件 files')
  const counts = writeStreet(street, { out: values.out, seed, now })
  progress(
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(' · '),
  )
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
