import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

/**
 * Runs a program and gives back what it printed; with `show`, its output goes straight to the terminal instead.
 * Never rejects: `code` is 1 when the program could not be started.
 * @returns {Promise<{code: number, output: string}>}
 */
export const run = (program, args, { env, show = false, cwd = root } = {}) =>
  new Promise(done => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && program === 'npm',
    })
    let output = ''
    child.stdout?.on('data', chunk => (output += chunk))
    child.stderr?.on('data', chunk => (output += chunk))
    child.once('error', error => done({ code: 1, output: output + error.message }))
    child.once('close', code => done({ code: code ?? 1, output }))
  })
