import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Example } from '../../domain/triage/exampleParts'

/** The labelled messages of the repository, in the order of their files. */
export const loadExamples = (
  folder = join(process.cwd(), 'domain/triage/examples'),
): (Example & { file: string })[] =>
  readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort()
    .flatMap(file =>
      (JSON.parse(readFileSync(join(folder, file), 'utf8')) as Example[]).map(example => ({
        ...example,
        file,
      })),
    )
