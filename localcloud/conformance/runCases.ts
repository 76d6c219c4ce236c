import { type Case, type CollectionName, collectionNames, type Doc, type Loose, type Sdk } from './case'
import { differenceOf, type Outcome } from './judge'

/** How a check ended: `difference` is absent when the cloud did what the case says. */
export interface Verdict {
  name: string
  difference?: string
}

/** What the suite's collections are called: nothing else in an environment begins like this. */
const prefix = 'conformance_'

const nameOf = (collection: string) => `${prefix}${collection}`

/** Runs cases one after the other against the environment that the SDK was set up for. */
export const runCases = async (cloud: Loose, cases: readonly Case[]): Promise<Verdict[]> => {
  const db = cloud.database()
  const collections = Object.fromEntries(
    collectionNames.map(name => [name, db.collection(nameOf(name))]),
  ) as Record<CollectionName, Loose>
  const sdk: Sdk = { ...collections, cloud, db, _: db.command, $: db.command.aggregate, nameOf }
  for (const name of collectionNames) await make(db, nameOf(name))
  const verdicts: Verdict[] = []
  for (const check of cases) {
    const outcome = await run(check, sdk)
    const difference = differenceOf(check, outcome)
    verdicts.push({ name: check.name, ...(difference !== undefined && { difference }) })
  }
  for (const name of collectionNames) await empty(sdk, name)
  return verdicts
}

const run = async (check: Case, sdk: Sdk): Promise<Outcome> => {
  for (const name of collectionNames) await fill(sdk, name, check.given?.[name] ?? [])
  try {
    return { value: await check.when(sdk) }
  } catch (error) {
    const { errCode, code, errMsg, message } = error as Record<string, unknown>
    return { error: { errCode, code, errMsg, message } }
  }
}

/** Leaves exactly these documents in a collection. */
const fill = async (sdk: Sdk, name: CollectionName, documents: Doc[]): Promise<void> => {
  await empty(sdk, name)
  if (documents.length) await sdk[name].add({ data: documents })
}

const empty = async (sdk: Sdk, name: CollectionName): Promise<void> => {
  await sdk[name].where({ _id: sdk._.exists(true) }).remove()
}

const make = async (db: Loose, name: string): Promise<void> => {
  try {
    await db.createCollection(name)
  } catch (error) {
    if ((error as { code?: string }).code !== 'DATABASE_COLLECTION_ALREADY_EXIST') throw error
  }
}
