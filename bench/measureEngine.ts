import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureBeside } from './engine/measureBeside'
import { measureGrowth } from './engine/measureGrowth'
import type { Figure } from './figure'

/**
 * The engine of the local cloud beside plain libsql with the right compound index, turn by turn in the same run; and
 * how its times grow from 10,000 to 1,000,000 documents.
 */
export const measureEngine = async (say: (line: string) => void): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-engine-'))
  try {
    const beside = await measureBeside(folder)
    say('  beside plain libsql done')
    return [...beside, ...measureGrowth(folder, say)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
