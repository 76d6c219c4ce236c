import { execFile } from 'node:child_process'
import type { Verdict } from '../localcloud/conformance/runCases'
import type { Figure } from './figure'

/** How many of the local cloud's own checks, asked through the SDK, agree with what the service is known to do. */
export const measureConformance = async (): Promise<Figure[]> => {
  const verdicts = await runSuite()
  const passed = verdicts.filter(({ difference }) => difference === undefined).length
  const { length: total } = verdicts
  return [
    { name: 'conformance.own.passed', value: passed, unit: 'checks', least: total },
    { name: 'conformance.own.total', value: total, unit: 'checks' },
  ]
}

const runSuite = () =>
  new Promise<Verdict[]>((done, fail) =>
    execFile(
      'npm',
      ['run', 'conformance', '--silent', '-w', 'localcloud', '--', '--json'],
      { maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' },
      (error, stdout, stderr) => {
        // It ends with 1 when something differs: the figure says so.
        if (stdout) done(JSON.parse(stdout) as Verdict[])
        else fail(new Error(`the suite did not run: ${error?.message}\n${stderr}`))
      },
    ),
  )
