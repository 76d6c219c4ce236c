import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { categories, type Category } from '../../contract/categories'

/** A phrase in which people name a matter of a class. It is no message: it counts in no figure and is in no check part. */
export interface Phrase {
  text: string
  category: Category
}

/** The vocabulary of every class. A phrase that two classes share stands in both. */
export const loadVocabulary = (folder = join(process.cwd(), 'domain/triage/vocabulary')): Phrase[] =>
  categories.flatMap(category =>
    (JSON.parse(readFileSync(join(folder, `${category}.json`), 'utf8')) as string[]).map(text => ({
      text,
      category,
    })),
  )
