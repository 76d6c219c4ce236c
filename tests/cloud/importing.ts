import { importService } from '../../contract/import'
import type { ImportRun } from '../../contract/importRun'
import type { ImportKind } from '../../contract/importTerms'
import type { InputOf } from '../../contract/service'
import { cloudUrl, tokenFor, upload } from '../support/localCloud'
import { type Name, openidOf } from './exampleStreet'
import type { OpenStreet } from './openStreet'
import { tokens } from './tokens'

type Options = Partial<Omit<InputOf<typeof importService, 'start'>, 'file' | 'kind' | 'token'>>

/** Uploads a file as the phone would; its file id. */
export const uploadAs = async (
  street: OpenStreet,
  who: Name,
  ending: string,
  bytes: Uint8Array,
): Promise<string> =>
  upload(await tokenFor(street.env, openidOf(who)), `inbox/${tokens.next()}/0.${ending}`, bytes)

/** Calls `advance` until there is nothing to advance; the run as it is then. */
export const advanced = async (street: OpenStreet, who: Name, run: ImportRun): Promise<ImportRun> => {
  let now = run
  for (let n = 0; now.moves.includes('advance'); n++) {
    if (n > 100) throw new Error(`The import does not get on: ${JSON.stringify(now.progress)}`)
    now = (await street.as(who).ok(importService, 'advance', { id: run.id, token: tokens.next() })).run
  }
  return now
}

/** Uploads a file and checks it; the run with its report ready, or unreadable. */
export const dryRun = async (
  street: OpenStreet,
  kind: ImportKind,
  ending: string,
  content: Uint8Array | string | object,
  options: Options = {},
  who: Name = 'liu',
): Promise<ImportRun> => {
  const bytes =
    content instanceof Uint8Array
      ? content
      : new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content))
  const file = await uploadAs(street, who, ending, bytes)
  const input = { file, fileName: `新的.${ending}`, kind, ...options, token: tokens.next() }
  return advanced(street, who, (await street.as(who).ok(importService, 'start', input)).run)
}

/** Applies a checked run; the run as it is then. */
export const applied = async (street: OpenStreet, run: ImportRun): Promise<ImportRun> => {
  const input = { id: run.id, version: run.version, token: tokens.next() }
  return advanced(street, 'liu', (await street.as('liu').ok(importService, 'apply', input)).run)
}

/** Every line of one list of a report. */
export const wholeList = async <K extends 'faults' | 'rows' | 'moved'>(
  street: OpenStreet,
  id: string,
  list: InputOf<typeof importService, 'read'>['list'],
  part: K,
) => {
  const all: Awaited<ReturnType<typeof page>>[K][number][] = []
  const page = (cursor?: string) =>
    street.as('liu').ok(importService, 'read', { id, ...(list && { list }), ...(cursor && { cursor }) })
  for (let cursor: string | undefined; ;) {
    const answer = await page(cursor)
    all.push(...answer[part])
    if (!answer.next) return all
    cursor = answer.next
  }
}

/** What an export gives, as bytes. */
export const exported = async (
  street: OpenStreet,
  input: Omit<InputOf<typeof importService, 'exportFile'>, 'token'>,
  who: Name = 'liu',
): Promise<Uint8Array> => {
  const { url } = await street.as(who).ok(importService, 'exportFile', { ...input, token: tokens.next() })
  return new Uint8Array(await (await fetch(new URL(url, cloudUrl()))).arrayBuffer())
}

export interface AreaFile {
  type: 'FeatureCollection'
  features: {
    type: 'Feature'
    geometry: { type: string; coordinates: unknown } | null
    properties: Record<string, string | number>
  }[]
}

/** The areas in force as the file of an export. */
export const areaFeatures = async (street: OpenStreet): Promise<AreaFile> =>
  JSON.parse(
    new TextDecoder().decode(await exported(street, { kind: 'areas', format: 'geojson' })),
  ) as AreaFile

/** The areas in force, the first grid under another name. */
export const renamed = async (street: OpenStreet, name: string): Promise<AreaFile> => {
  const file = await areaFeatures(street)
  const grid = file.features.find(({ properties }) => properties['内部编号'] === 'g-1')
  if (grid) grid.properties['名称'] = name
  return file
}

/** A rectangle as high as the example street, between two columns of its squares. */
export const square = (from: number, to: number): [number, number][][] => {
  const [west, east, south, north] = [114.05 + from * 0.005, 114.05 + to * 0.005, 22.7, 22.705]
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ]
}
