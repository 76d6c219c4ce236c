import { writeSync } from 'node:fs'
import { join } from 'node:path'
import * as wx from 'wx-server-sdk'
import { allCases } from './allCases'
import type { Loose } from './case'
import { localCloud, realCloud } from './environment'
import { runCases } from './runCases'

// Runs the suite through the unmodified wx-server-sdk: against a real environment when CLOUD_ENV, CLOUD_SECRET_ID and
// CLOUD_SECRET_KEY name one, else against a local cloud of its own. Prints what differs, or with --json every verdict.
// In a real environment the collection conformance_places needs a geo index on `loc`, conformance_unique a unique one
// on `code`; both are made when they are missing, without them.

const patienceMs = 120_000

const main = async (): Promise<number> => {
  const target = realCloud() ?? (await localCloud(join(__dirname, '../src')))
  const cloud: Loose = wx
  // What is answered is the matter here, not how soon: the SDK's own 15 s are not enough for hundreds of calls at once on a
  // machine that has other work.
  cloud.init({ ...target.init, timeout: patienceMs })
  const only = process.argv.find(arg => arg.startsWith('--only='))?.slice(7)
  const cases = only ? allCases.filter(({ name }) => name.includes(only)) : allCases
  const verdicts = await runCases(cloud, cases)
  await target.close()
  const different = verdicts.filter(({ difference }) => difference !== undefined)
  // The writes are synchronous: the program ends right behind them.
  if (process.argv.includes('--json')) writeSync(1, JSON.stringify(verdicts))
  else {
    for (const { name, difference } of different) writeSync(1, `✗ ${name}\n    ${difference}\n`)
    writeSync(
      1,
      `${verdicts.length - different.length} of ${verdicts.length} checks agree with ${target.name}\n`,
    )
  }
  return different.length ? 1 : 0
}

main().then(
  code => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(2)
  },
)
