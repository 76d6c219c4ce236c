import { realpathSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { localCloud } from '../environment'
import { type FileOutcome, runVendorTests } from './runVendorTests'

// Runs the vendor's own database tests, those of @cloudbase/node-sdk, against a local cloud of its own and prints how
// many of each file passed. They are not in this repository: VENDOR_TESTS names the folder they are in. The argument
// is jest's configuration, which is not built.

const main = async ([jestConfig = '', json]: string[]): Promise<number> => {
  const { VENDOR_TESTS: folder } = process.env
  if (!folder) throw new Error("Name the folder of the vendor's test files: VENDOR_TESTS=<folder>")
  const target = await localCloud(join(__dirname, '../../src'))
  try {
    const outcomes = await runVendorTests(realpathSync(folder), jestConfig)
    // The writes are synchronous: the program ends right behind them.
    writeSync(1, json ? JSON.stringify(outcomes) : told(outcomes))
    return outcomes.some(({ failed }) => failed.length) ? 1 : 0
  } finally {
    await target.close()
  }
}

const told = (outcomes: FileOutcome[]): string => {
  const lines = outcomes.flatMap(({ file, passed, failed, skipped }) => [
    `${passed} of ${passed + failed.length} passed  ${file}${skipped ? ` (${skipped} left out by the vendor)` : ''}`,
    ...failed.map(({ name, why }) => `  ✗ ${name}\n${why.replace(/^/gm, '      ')}`),
  ])
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed.length, 0)
  return [...lines, `${passed} of ${passed + failed} of the vendor's tests pass in the local cloud`, ''].join(
    '\n',
  )
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(2)
  },
)
