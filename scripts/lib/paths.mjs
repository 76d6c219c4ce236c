import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
/** A path in the repository. */
export const inRoot = (...parts) => resolve(root, ...parts)
