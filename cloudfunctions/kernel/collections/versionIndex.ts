import type { Index } from './collection'

/** One version of a collection, whole and in order of `_id`. */
export const versionIndex: Index = {
  name: 'version',
  keys: [
    ['version', '1'],
    ['_id', '1'],
  ],
}
