import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Example } from '../../domain/triage/exampleParts'

/** A labelled message and the file it stands in. */
export interface FiledExample extends Example {
  file: string
}

/** Whether a message was retold from one that somebody really sent. */
export const isReal = ({ file }: { file: string }): boolean => file.startsWith('real-')

/** The labelled messages of the repository, in the order of their files. */
export const loadExamples = (folder = join(process.cwd(), 'domain/triage/examples')): FiledExample[] =>
  readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort()
    .flatMap(file =>
      (JSON.parse(readFileSync(join(folder, file), 'utf8')) as Example[]).map(example => ({
        ...example,
        file,
      })),
    )
