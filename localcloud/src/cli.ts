import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from './config'
import { startLocalCloud } from './server'

const usage = `localcloud --config localcloud.config.json [--port N] [--host 127.0.0.1] [--data folder] [--env id] [--fresh] [--test]`

const run = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      config: { type: 'string', default: 'localcloud.config.json' },
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      env: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      test: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(usage)
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536))
    throw new Error(`--port must be a number from 0 to 65535, not ${values.port}.`)
  const config = readConfig(values.config)
  const options = {
    ...config,
    ...(port !== undefined && { port }),
    ...(values.host && { host: values.host }),
    ...(values.data && { data: resolve(values.data) }),
    ...(values.env && { env: values.env }),
    fresh: values.fresh,
    test: values.test,
    hostProgram: join(__dirname, 'functions', 'host.js'),
    say: (line: string) => console.log(line),
  }
  const cloud = await startLocalCloud(options).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    console.error(
      `Port ${options.port} is in use. Stop what is using it, or choose another with --port ${options.port + 1}.`,
    )
    process.exit(2)
  })
  console.log(`ready ${cloud.url}`)
  const stop = () => void cloud.close().then(() => process.exit(0))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

run().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
