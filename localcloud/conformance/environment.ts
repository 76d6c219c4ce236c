import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { completeConfig } from '../src/config'
import { platformVariables } from '../src/functions/platformVariables'
import { type LocalCloud, startLocalCloud } from '../src/server'

/** Where the suite runs, and how it leaves. */
export interface Target {
  name: string
  /** For `cloud.init`. */
  init: Record<string, unknown>
  close: () => Promise<void>
}

const env = 'conformance'

/** The real environment that `CLOUD_ENV`, `CLOUD_SECRET_ID` and `CLOUD_SECRET_KEY` name. */
export const realCloud = (): Target | undefined => {
  const { CLOUD_ENV, CLOUD_SECRET_ID, CLOUD_SECRET_KEY } = process.env
  if (!CLOUD_ENV || !CLOUD_SECRET_ID || !CLOUD_SECRET_KEY) return undefined
  return {
    name: `the environment ${CLOUD_ENV}`,
    init: { env: CLOUD_ENV, secretId: CLOUD_SECRET_ID, secretKey: CLOUD_SECRET_KEY },
    close: async () => undefined,
  }
}

/** A local cloud of its own with the program in that folder, and the variables that send the SDK to it. */
export const localCloud = async (program: string): Promise<Target> => {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
  const functions = join(folder, 'functions')
  mkdirSync(functions)
  const collections = join(folder, 'collections.json')
  writeFileSync(collections, JSON.stringify(manifest))
  const cloud: LocalCloud = await startLocalCloud({
    ...completeConfig({ env, functions, collections, port: 0 }, folder),
    test: true,
    program,
    log: line => process.stderr.write(`${line}\n`),
  })
  const post = (what: string, body: object) =>
    fetch(`${cloud.url}/_cloud/test/${what}`, { method: 'POST', body: JSON.stringify(body) })
  // The suite reads whole collections on purpose.
  await post('unindexed', { env, mode: 'allow' })
  const { url } = (await (await fetch(`${cloud.url}/_cloud/test/sdk`)).json()) as { url: string }
  Object.assign(process.env, {
    ...platformVariables(env),
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: url }),
  })
  const close = async () => {
    await cloud.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { name: 'the local cloud', init: { env }, close }
}

/** The collections whose indexes the SDK cannot make; the others are made through it. */
const manifest = {
  schemaHash: 'conformance',
  collections: [
    {
      name: 'conformance_places',
      indexes: [{ name: 'loc', keys: [{ name: 'loc', direction: '2dsphere' }] }],
    },
    {
      name: 'conformance_unique',
      indexes: [{ name: 'code', unique: true, keys: [{ name: 'code', direction: '1' }] }],
    },
  ],
}
