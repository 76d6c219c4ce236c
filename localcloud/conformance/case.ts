/** A document as a case writes it down. */
export type Doc = Record<string, unknown>

/** The collections of the suite. `places` has an index for places on `loc`, `unique` a unique one on `code`. */
export const collectionNames = ['main', 'other', 'places', 'unique'] as const
export type CollectionName = (typeof collectionNames)[number]

// The SDK's typings lag behind the SDK: what the cases hand it is what they are about.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any

/** What a case has at hand: the SDK's database, its commands, and the collections. */
export interface Sdk extends Record<CollectionName, Loose> {
  cloud: Loose
  db: Loose
  _: Loose
  $: Loose
  /** The full name of a collection. */
  nameOf: (collection: string) => string
}

/** How a call must fail. */
export interface Failure {
  errCode?: number
  code?: string
  /** Found in `errMsg` or, where there is none, in `message`. */
  says?: RegExp
}

/** One check: documents that are there, what is done with the SDK, and what must come of it. */
export interface Case {
  name: string
  given?: Partial<Record<CollectionName, Doc[]>>
  when: (sdk: Sdk) => unknown
  /** Compared member by member; a regular expression matches a string, a test decides about its value. */
  then?: unknown
  fails?: Failure
}

/** The ids of what a query gives, in its order. */
export const idsOf = async (query: Loose): Promise<unknown[]> =>
  (await query.get()).data.map(({ _id }: Doc) => _id)

type Condition = (sdk: Sdk) => Loose

/** Which of the documents a condition finds, in the order of their ids. */
export const finds =
  (group: string, given: Doc[]) =>
  (name: string, where: Condition, ids: unknown[]): Case => ({
    name: `${group}: ${name}`,
    given: { main: given },
    when: ({ main, ...sdk }) => idsOf(main.where(where({ main, ...sdk })).orderBy('_id', 'asc')),
    then: ids,
  })

/** A condition that the database refuses. */
export const refusesToFind =
  (group: string) =>
  (name: string, where: Condition, says: RegExp): Case => ({
    name: `${group}: refuses ${name}`,
    given: { main: [{ _id: 'x', a: 1 }] },
    when: sdk => idsOf(sdk.main.where(where(sdk))),
    fails: { errCode: -502001, says },
  })

/** What becomes of a document. */
export const updates =
  (group: string) =>
  (name: string, before: Doc, change: (sdk: Sdk) => Doc, after: Doc): Case => ({
    name: `${group}: ${name}`,
    given: { main: [{ _id: 'x', ...before }] },
    when: async sdk => {
      const { stats } = await sdk.main.doc('x').update({ data: change(sdk) })
      const { data } = await sdk.main.doc('x').get()
      return { ...data, updated: stats.updated }
    },
    then: { _id: 'x', ...after, updated: 1 },
  })

/** A change that the database refuses, which leaves the document as it was. */
export const refusesToUpdate =
  (group: string) =>
  (name: string, before: Doc, change: (sdk: Sdk) => Doc, says: RegExp): Case => ({
    name: `${group}: refuses ${name}`,
    given: { main: [{ _id: 'x', ...before }] },
    when: async sdk => {
      const error = await sdk.main
        .doc('x')
        .update({ data: change(sdk) })
        .then(
          () => ({ errCode: 'it was done' }),
          (thrown: { errCode: number; errMsg: string }) => thrown,
        )
      const { data } = await sdk.main.doc('x').get()
      return { errCode: error.errCode, errMsg: 'errMsg' in error ? error.errMsg : '', left: data }
    },
    then: { errCode: -502001, errMsg: says, left: { _id: 'x', ...before } },
  })

/** What a pipeline gives, in its order. */
export const aggregates =
  (group: string, given: Doc[], other: Doc[] = []) =>
  (name: string, stages: (pipeline: Loose, sdk: Sdk) => Loose, list: unknown): Case => ({
    name: `${group}: ${name}`,
    given: { main: given, ...(other.length > 0 && { other }) },
    when: async sdk => (await stages(sdk.main.aggregate(), sdk).end()).list,
    then: list,
  })

/** What an expression gives for one document. */
export const evaluates =
  (group: string, document: Doc) =>
  (name: string, expression: (sdk: Sdk) => Loose, value: unknown): Case => ({
    name: `${group}: ${name}`,
    given: { main: [{ _id: 'x', ...document }] },
    when: async sdk => {
      const { list } = await sdk.main
        .aggregate()
        .project({ _id: 0, value: expression(sdk) })
        .end()
      return list[0].value
    },
    then: value,
  })

/** A pipeline that the database refuses. */
export const refusesToAggregate =
  (group: string) =>
  (name: string, stages: (pipeline: Loose, sdk: Sdk) => Loose, says: RegExp): Case => ({
    name: `${group}: refuses ${name}`,
    given: { main: [{ _id: 'x', a: 1 }] },
    when: sdk => stages(sdk.main.aggregate(), sdk).end(),
    fails: { errCode: -1, code: 'DATABASE_REQUEST_FAILED', says },
  })
