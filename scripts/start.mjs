import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { buildTargets } from './lib/buildTargets.mjs'
import { checkNode } from './lib/checkNode.mjs'
import { install } from './lib/install.mjs'
import { inRoot, root } from './lib/paths.mjs'
import { prepareDemo } from './lib/prepareDemo.mjs'
import { bold, dim, green, say } from './lib/say.mjs'

// npm start [-- --fresh --port N --no-open]: installs and builds what is missing, then runs the local cloud with the
// demo street. Needs nothing but Node and npm.

const args = process.argv.slice(2)
const has = flag => args.includes(flag)
const settings = JSON.parse(readFileSync(inRoot('localcloud.config.json'), 'utf8'))
const port = Number(has('--port') ? args[args.indexOf('--port') + 1] : settings.port)

const isFree = () =>
  new Promise(done => {
    const server = createServer()
    server.once('error', error => done(error.code !== 'EADDRINUSE'))
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)))
  })

const openInBrowser = url => {
  if (!process.stdout.isTTY || process.env.CI || has('--no-open')) return
  const [program, ...before] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? [
    'xdg-open',
  ]
  const child = spawn(program, [...before, url], { stdio: 'ignore', detached: true })
  child.once('error', () => undefined) // no desktop here: the address is on the screen
  child.unref()
}

const welcome = url => {
  say()
  say(`  ${green('●')} ${bold(settings.title)}`)
  say()
  say(`    ${bold(url)}`)
  say()
  say(dim('    Be one of the demo people with the bar above the app. Everything stays on this machine.'))
  say(dim('    Ctrl-C stops it; the data stays. Begin again with: npm start -- --fresh'))
  say()
}

checkNode()
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  say('--port wants a number from 1 to 65535, such as: npm start -- --port 7301')
  process.exit(2)
}
if (!(await isFree())) {
  say(`Port ${port} is taken: stop the program that uses it, or run: npm start -- --port ${port + 1}`)
  process.exit(1)
}
await install()
if (!(await buildTargets(['functions', 'localcloud', 'demo', 'h5']))) process.exit(1)
const isSeeding = has('--fresh') || !existsSync(inRoot(settings.data)) || !existsSync(inRoot(settings.people))
if (isSeeding && !(await prepareDemo())) process.exit(1)

const passed = args.filter(arg => arg !== '--no-open')
const cloud = spawn(
  process.execPath,
  [inRoot('dist/localcloud/cli.js'), '--config', inRoot('localcloud.config.json'), ...passed],
  { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
)

let unfinished = ''
cloud.stdout.on('data', chunk => {
  const lines = (unfinished + chunk).split('\n')
  unfinished = lines.pop()
  for (const line of lines) {
    const url = /^ready (http\S+)/.exec(line)?.[1]
    if (!url) {
      say(line)
      continue
    }
    welcome(url)
    openInBrowser(url)
  }
})

// Ctrl-C in a terminal reaches the local cloud by itself; a signal to this process alone is passed on. This process
// ends when the cloud has.
process.on('SIGINT', () => setTimeout(() => cloud.kill('SIGTERM'), 1_000))
process.on('SIGTERM', () => cloud.kill('SIGTERM'))
cloud.once('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 0)))
