import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildProgram } from './testing/builtProgram'
import { freePort, writeFunctions } from './testing/testCloud'

// The program as a stranger starts it, on a project of hers.

const { program, remove } = buildProgram()
let project = ''
beforeEach(() => (project = mkdtempSync(join(tmpdir(), 'project-'))))
afterEach(() => rmSync(project, { recursive: true, force: true }))
afterAll(remove)

const hello = {
  'index.js': `const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
exports.main = async event => {
  const { OPENID, SOURCE } = cloud.getWXContext()
  if (event.Type === 'Timer') return db.collection('ticks').add({ data: { name: event.TriggerName } })
  await db.createCollection('visits').catch(() => undefined)
  await db.collection('visits').add({ data: { who: OPENID, at: db.serverDate() } })
  return { hello: event.name, visits: (await db.collection('visits').count()).total, SOURCE }
}`,
  'package.json': `{"name": "hello", "version": "1.0.0", "dependencies": {"wx-server-sdk": "~2.6.3"}}`,
  'config.json': `{"permissions": {"openapi": []}, "triggers": [{"name": "every-second", "type": "timer", "config": "* * * * * * *"}]}`,
}

/** Runs the program in the project until it is ready or ends. */
const start = async (...args: string[]) => {
  const child = spawn(process.execPath, [join(program, 'cli.js'), ...args], { cwd: project })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const code = await new Promise<number | null>(done => {
    child.stdout.on('data', () => printed.includes('ready http') && done(null))
    child.once('exit', done)
  })
  return { child, code, url: /ready (http\S+)/.exec(printed)?.[1] ?? '', printed: () => printed }
}

const stop = (child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM') =>
  new Promise<number | null>(done => {
    if (child.exitCode !== null) return done(child.exitCode)
    child.once('exit', done)
    child.kill(signal)
  })

const call = async (url: string, fn: string, event: object) => {
  const answer = await fetch(`${url}/_cloud/call/${fn}`, { method: 'POST', body: JSON.stringify(event) })
  return (await answer.json()) as { result: Record<string, unknown> }
}

it('runs a folder of functions as it is: SDK, database, timer, console; and keeps what was stored', async () => {
  writeFunctions(join(project, 'cloudfunctions'), { hello })
  writeFileSync(
    join(project, 'localcloud.config.json'),
    JSON.stringify({ functions: 'cloudfunctions', collections: ['ticks'], port: await freePort() }),
  )
  const first = await start()
  expect(first.printed()).toMatch(/functions: hello\nconsole: {3}http:\S+\/_cloud\nready http/)
  expect(await call(first.url, 'hello', { name: 'world' })).toMatchObject({
    result: { hello: 'world', visits: 1, SOURCE: 'wx_client' },
  })
  expect(await (await fetch(`${first.url}/_cloud`)).text()).toContain('console.js')
  const ticks = async (url: string) =>
    (
      (await (await fetch(`${url}/_cloud/console/view/overview`)).json()) as {
        collections: { name: string; documents: number }[]
      }
    ).collections.find(({ name }) => name === 'ticks')?.documents ?? 0
  // By itself, within a second or two; as long as the test has patience on a machine with other work.
  while (!(await ticks(first.url))) await new Promise(done => setTimeout(done, 100))
  await stop(first.child, 'SIGKILL')

  const second = await start()
  expect(await call(second.url, 'hello', {})).toMatchObject({ result: { visits: 2 } })
  expect(await stop(second.child, 'SIGINT')).toBe(0)
})

it('needs no configuration where WeChat’s developer tools have one, nor where a folder is named', async () => {
  writeFunctions(join(project, 'fns'), { hello })
  writeFileSync(join(project, 'project.config.json'), '{"cloudfunctionRoot": "fns/", "appid": "wx1"}')
  for (const args of [[], ['fns']]) {
    const { child, url } = await start(...args, '--port', String(await freePort()))
    expect(await call(url, 'hello', { name: 'a' })).toMatchObject({ result: { hello: 'a' } })
    await stop(child)
  }
})

describe('says in one sentence what is wrong, and touches nothing', () => {
  const fails = async (...args: string[]) => {
    // On any port, unless the port is the matter.
    const { code, printed } = await start(...args, ...(args.includes('--port') ? [] : ['--port', '0']))
    expect(code).toBe(1)
    expect(printed()).not.toMatch(/^\s+at /m)
    return printed().trim()
  }
  const withFunctions = () => writeFunctions(join(project, 'fns'), { hello })

  it('without any configuration', async () => {
    expect(await fails()).toMatch(/There is no localcloud\.config\.json .*localcloud cloudfunctions$/)
  })

  it('with a configuration that is no JSON, or is not there', async () => {
    writeFileSync(join(project, 'localcloud.config.json'), '{')
    expect(await fails()).toMatch(/localcloud\.config\.json is no JSON/)
    expect(await fails('--config', 'other.json')).toMatch(/There is no configuration at other\.json/)
  })

  it('without a folder of functions', async () => {
    expect(await fails('nowhere')).toMatch(/There is no folder of functions at \S+nowhere/)
  })

  it('with a list of collections that is not there', async () => {
    withFunctions()
    writeFileSync(join(project, 'c.json'), '{"functions": "fns", "collections": "none.json"}')
    expect(await fails('--config', 'c.json')).toMatch(/There is no list of collections at \S+none\.json/)
  })

  it('with a function whose config.json is wrong', async () => {
    writeFunctions(join(project, 'fns'), { hello: { ...hello, 'config.json': '{"triggers": 1}' } })
    expect(await fails('fns')).toMatch(/hello\/config\.json cannot be used: "triggers" is a list/)
  })

  it('on a busy port, naming another', async () => {
    withFunctions()
    const port = await freePort()
    const taken = createServer().listen(port, '127.0.0.1')
    expect(await fails('fns', '--port', String(port))).toContain(
      `Port ${port} is in use. Stop what is using it, or choose another with --port ${port + 1}.`,
    )
    taken.close()
  })

  it('with an option or an address there is not', async () => {
    withFunctions()
    expect(await fails('fns', '--prot', '1')).toMatch(/Unknown option '--prot'/)
    expect(await fails('fns', '--port', 'x')).toMatch(/--port must be a number/)
    expect(await fails('fns', '--host', '203.0.113.9')).toMatch(/This machine has no address 203\.0\.113\.9/)
  })

  it('when the controls for tests would be open to the network', async () => {
    withFunctions()
    expect(await fails('fns', '--test', '--host', '0.0.0.0')).toMatch(/--test .* this machine only/)
  })

  it('with data that is damaged or somebody else’s, which it leaves as it is', async () => {
    withFunctions()
    const folder = join(project, '.localcloud/local')
    mkdirSync(folder, { recursive: true })
    const file = join(folder, 'database.sqlite')
    for (const content of ['not a database', `SQLite format 3\0${'x'.repeat(5000)}`]) {
      writeFileSync(file, content)
      expect(await fails('fns')).toMatch(/database\.sqlite cannot be used: .*--fresh/)
      expect(readFileSync(file, 'utf8')).toBe(content)
    }
  })

  it('with documents that an index does not allow', async () => {
    withFunctions()
    const config = (indexes: object[]) =>
      writeFileSync(
        join(project, 'localcloud.config.json'),
        JSON.stringify({ functions: 'fns', collections: [{ name: 'visits', indexes }], port: 0 }),
      )
    config([])
    const first = await start()
    for (const name of ['a', 'b']) await call(first.url, 'hello', { name })
    await stop(first.child)
    config([{ name: 'who', unique: true, keys: [{ name: 'hello', direction: '1' }] }])
    expect(await fails()).toMatch(
      /does not go with its indexes: the index "who" of visits cannot be made: .*E11000 .* Start once with --fresh/,
    )
    config([])
    const again = await start()
    expect(await call(again.url, 'hello', { name: 'c' })).toMatchObject({ result: { visits: 3 } })
    await stop(again.child)
    config([{ name: 'who', unique: true, keys: [{ name: 'hello', direction: '1' }] }])
    const fresh = await start('--fresh')
    expect(fresh.url).toMatch(/^http/)
    await stop(fresh.child)
  })
})
