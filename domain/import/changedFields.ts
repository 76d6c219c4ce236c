import type { ImportRow } from '../../contract/importReport'
import type { ImportKind } from '../../contract/importTerms'
import { headerOf } from './columns'

type Fields = NonNullable<ImportRow['fields']>

/** The cells in which two versions of something differ, under the names of the columns. */
export const changedFields = (
  kind: ImportKind,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Fields =>
  Object.keys(after)
    .filter(key => before[key] !== after[key])
    .map(key => ({
      column: headerOf(kind, key),
      ...(before[key] && { from: before[key] }),
      ...(after[key] && { to: after[key] }),
    }))
