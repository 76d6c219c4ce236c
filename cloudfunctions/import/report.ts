import { gunzipSync, gzipSync } from 'node:zlib'
import type { ImportFault, ImportMove, ImportRow } from '../../contract/importReport'
import type { Run } from '../../domain/import/run'
import { cloud } from '../kernel/cloud'

/** Everything a dry run found, as it is kept in storage. Private phones are masked in it. */
export interface Report {
  faults: ImportFault[]
  rows: ImportRow[]
  moved: ImportMove[]
}

/** Stores what one step found; doing it twice gives the same file. */
export const storeFile = async ({ _id, checkedAt }: Run, name: string, content: unknown): Promise<string> => {
  const { fileID } = await cloud.uploadFile({
    cloudPath: `imports/${_id}/${checkedAt}-${name}.json.gz`,
    fileContent: gzipSync(JSON.stringify(content)),
  })
  return fileID
}

/** What was stored as compressed JSON under a file id. Throws what storage throws when it is gone. */
export const loadFile = async <T>(fileID: string): Promise<T> => {
  const { fileContent } = await cloud.downloadFile({ fileID })
  return JSON.parse(gunzipSync(fileContent).toString()) as T
}

const held = new Map<string, Promise<Report>>()

/** The report of a run; a warm instance remembers the last one, for it is read page by page. */
export const loadReport = (fileID: string): Promise<Report> => {
  const report = held.get(fileID) ?? loadFile<Report>(fileID)
  if (!held.has(fileID)) held.clear()
  held.set(fileID, report)
  report.catch(() => held.delete(fileID))
  return report
}
