import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How the tests of one of the vendor's files ended. */
export interface FileOutcome {
  file: string
  passed: number
  /** Names of tests with the first lines of what went wrong. */
  failed: { name: string; why: string }[]
  /** Tests that the vendor left out. */
  skipped: number
}

interface Report {
  testResults: {
    name: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/**
 * Runs the vendor's database tests below a folder with jest, one file after the other, for they share collections.
 * Where the SDK goes the variables of this process say. @throws with jest's words when it found or ran nothing
 */
export const runVendorTests = async (folder: string, jestConfig: string): Promise<FileOutcome[]> => {
  const scratch = mkdtempSync(join(tmpdir(), 'vendor-tests-'))
  const file = join(scratch, 'report.json')
  try {
    const words = await jest(folder, ['--config', jestConfig, '--runInBand', '--json', '--outputFile', file])
    return outcomes(folder, reportIn(file, words))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Gives what it printed; that tests failed is in the report. */
const jest = (folder: string, args: string[]) =>
  new Promise<string>(done =>
    execFile(
      process.execPath,
      [require.resolve('jest/bin/jest'), ...args],
      {
        // The vendor's tests of dates were written for China's clock.
        env: { ...process.env, VENDOR_TESTS: folder, TZ: 'Asia/Shanghai', FORCE_COLOR: '0' },
        maxBuffer: 256 * 1024 * 1024,
      },
      (_, stdout, stderr) => done(stderr || stdout),
    ),
  )

const reportIn = (file: string, words: string): Report => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    throw new Error(`jest ran no test:\n${words.slice(0, 4000)}`)
  }
}

const outcomes = (folder: string, { testResults }: Report): FileOutcome[] =>
  testResults
    .map(({ name, message, assertionResults: tests }) => ({
      file: name.slice(folder.length + 1),
      passed: tests.filter(({ status }) => status === 'passed').length,
      skipped: tests.filter(({ status }) => status === 'pending' || status === 'todo').length,
      failed: tests.length
        ? tests
            .filter(({ status }) => status === 'failed')
            .map(({ fullName, failureMessages }) => ({ name: fullName, why: firstLines(failureMessages[0]) }))
        : [{ name: 'the file itself', why: firstLines(message) }],
    }))
    .sort((a, b) => a.file.localeCompare(b.file))

const firstLines = (text = ''): string => text.split('\n').slice(0, 12).join('\n')
