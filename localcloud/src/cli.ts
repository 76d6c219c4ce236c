#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Config, completeConfig, configOfProject, readConfig } from './config'
import { startLocalCloud } from './server'

const usage = `localcloud [folder of functions] [options]

  --config FILE     localcloud.config.json; without one and without a folder, the functions that
                    project.config.json names
  --port N          7300
  --host ADDRESS    127.0.0.1: other machines reach it only when told so
  --data FOLDER     where databases and files are kept: .localcloud
  --env ID          the environment
  --fresh           begin with new data
  --allow-changes   let the console at /_cloud run timers, set faults and move the clock
  --test            open the controls for tests at /_cloud/test/`

const defaultFile = 'localcloud.config.json'

const run = async (): Promise<void> => {
  const { values, positionals } = parsedArgs()
  if (values.help) return console.log(usage)
  const config = configFrom(values.config, positionals[0])
  const port = values.port === undefined ? config.port : Number(values.port)
  if (!(Number.isInteger(port) && port >= 0 && port < 65536))
    throw new Error(`--port must be a number from 0 to 65535, not ${values.port}.`)
  const cloud = await startLocalCloud({
    ...config,
    port,
    ...(values.host && { host: values.host }),
    ...(values.data && { data: resolve(values.data) }),
    ...(values.env && { env: values.env }),
    fresh: values.fresh,
    test: values.test,
    allowChanges: values['allow-changes'] || values.test,
    program: __dirname,
    say: (line: string) => console.log(line),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      throw new Error(
        `Port ${port} is in use. Stop what is using it, or choose another with --port ${port + 1}.`,
      )
    if (error.code === 'EADDRNOTAVAIL')
      throw new Error(`This machine has no address ${values.host ?? config.host}. Choose one with --host.`)
    throw error
  })
  if (!cloud.functions.length) console.log(`There are no functions in ${config.functions} yet.`)
  console.log(`functions: ${cloud.functions.join(', ') || 'none'}`)
  console.log(`console:   ${cloud.url}/_cloud`)
  console.log(`ready ${cloud.url}`)
  const stop = () => void cloud.close().then(() => process.exit(0))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

const parsedArgs = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        config: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        env: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        test: { type: 'boolean', default: false },
        'allow-changes': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${usage}`)
  }
}

const configFrom = (file: string | undefined, functions: string | undefined): Config => {
  if (file) return readConfig(file)
  if (functions) return completeConfig({ functions }, process.cwd())
  return existsSync(defaultFile) ? readConfig(defaultFile) : configOfProject(process.cwd())
}

run().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
