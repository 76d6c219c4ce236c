import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

/** How to start the browser of this machine. */
export interface BrowserProgram {
  executablePath: string
  /** Environment variables it needs beside our own. */
  env: Record<string, string>
}

const root = resolve(__dirname, '../..')

/** Where Chrome, Chromium and Edge are on the three systems. */
const installed: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    ...[
      '/usr/bin/google-chrome',
      '/usr/bin/google-chrome-stable',
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
    ],
    ...['/snap/bin/chromium', '/usr/bin/microsoft-edge'],
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(folder => folder !== undefined)
    .flatMap(folder => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
}

/**
 * Unpacks the Chromium that ships inside the npm package @sparticuz/chromium, with its own system libraries, once
 * per installation. It runs in a process of its own: the package unpacks to the temporary folder and changes the
 * environment when it is loaded. The folder appears under its final name only when it is complete.
 */
const unpackFromNpm = (): BrowserProgram => {
  const packageFile = createRequire(__filename)
    .resolve('@sparticuz/chromium')
    .replace(/build.*$/, 'package.json')
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }
  const folder = join(root, 'node_modules/.cache', `chromium-${version}`)
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`
    mkdirSync(unfinished, { recursive: true })
    execFileSync(
      process.execPath,
      ['--input-type=module', '-e', "(await import('@sparticuz/chromium')).default.executablePath()"],
      {
        cwd: root,
        // AWS_…: makes the package unpack the libraries a bare system lacks.
        env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
      },
    )
    try {
      renameSync(unfinished, folder)
    } catch (error) {
      // Another worker was first.
      rmSync(unfinished, { recursive: true, force: true })
      if (!existsSync(folder)) throw error
    }
  }
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib') },
  }
}

/**
 * The browser to test with: `CHROME_PATH`, an installed Chrome, Chromium or Edge, else the one from npm.
 * @throws when there is none for this machine
 */
export const findBrowser = (): BrowserProgram => {
  const found = [process.env.CHROME_PATH, ...(installed[process.platform] ?? [])].find(
    path => path !== undefined && existsSync(path),
  )
  if (found !== undefined) return { executablePath: found, env: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Chromium or Edge found: install one, or set CHROME_PATH to its program')
  }
  return unpackFromNpm()
}
