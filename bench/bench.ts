import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startLocalCloud } from '../tests/support/startLocalCloud'
import type { Figure } from './figure'
import { measureActions } from './measureActions'
import { measureConformance } from './measureConformance'
import { measureDeadlines } from './measureDeadlines'
import { measureDuplicates } from './measureDuplicates'
import { measureEngine } from './measureEngine'
import { measureFunctions } from './measureFunctions'
import { measureH5 } from './measureH5'
import { measureImport } from './measureImport'
import { measureLocate } from './measureLocate'
import { measureThroughput } from './measureThroughput'
import { measureTriage } from './measureTriage'
import { measureWeapp } from './measureWeapp'

// npm run bench [-- --only <prefix>] [--strict]: prints what was measured in this run and writes bench/results.json.

const say = (line: string) => console.log(line)

/** What can be measured, by the beginning of its figures' names. */
const parts: Record<string, () => Promise<Figure[]>> = {
  fn: measureFunctions,
  import: () => measureImport(say),
  locate: measureLocate,
  functions: measureThroughput,
  triage: measureTriage,
  weapp: measureWeapp,
  h5: measureH5,
  duplicates: measureDuplicates,
  deadline: measureDeadlines,
  action: () => measureActions(say),
  conformance: measureConformance,
  engine: () => measureEngine(say),
}

const missed = ({ value, ratio, bar, least }: Figure) =>
  (bar !== undefined && (ratio ?? value) > bar) || (least !== undefined && (ratio ?? value) < least)

const judged = (figure: Figure) => {
  if (figure.bar !== undefined) return missed(figure) ? `✗ over ${figure.bar}` : `✓ ≤ ${figure.bar}`
  if (figure.least !== undefined) return missed(figure) ? `✗ under ${figure.least}` : `✓ ≥ ${figure.least}`
  return ''
}

const line = (figure: Figure): string => {
  const { name, value, unit, ratio, against } = figure
  return [
    name.padEnd(40),
    `${value} ${unit}`.padEnd(18),
    ratio === undefined ? ''.padEnd(8) : `× ${ratio}`.padEnd(8),
    judged(figure).padEnd(12),
    against ?? '',
  ]
    .join(' ')
    .trimEnd()
}

const run = async () => {
  const args = process.argv.slice(2)
  const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '') : ''
  const cloud = await startLocalCloud()
  process.env.LOCAL_CLOUD_URL = cloud.url
  try {
    const figures: Figure[] = []
    const failed: string[] = []
    for (const [prefix, measure] of Object.entries(parts)) {
      if (only && !only.startsWith(prefix) && !prefix.startsWith(only)) continue
      const started = performance.now()
      say(`measuring ${prefix} …`)
      try {
        figures.push(...(await measure()))
        say(`  done in ${((performance.now() - started) / 1000).toFixed(1)} s`)
      } catch (error) {
        // What the others measured is still worth having.
        console.error(error)
        failed.push(prefix)
      }
    }
    const shown = figures.filter(({ name }) => name.startsWith(only))
    say('')
    shown.forEach(figure => say(line(figure)))
    writeFileSync(join(process.cwd(), 'bench/results.json'), `${JSON.stringify(shown, null, 2)}\n`)
    const over = shown.filter(missed)
    say(`\n${shown.length} figures in bench/results.json, ${over.length} miss their bar`)
    if (failed.length) say(`not measured, see above: ${failed.join(', ')}`)
    if (!shown.length) say(`No figure begins with "${only}". Parts: ${Object.keys(parts).join(', ')}.`)
    const isFailed = failed.length > 0 || !shown.length || (args.includes('--strict') && over.length > 0)
    return Number(isFailed)
  } finally {
    await cloud.stop()
  }
}

run().then(
  code => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
