import type { Category } from '../../contract/categories'
import type { Request } from './request'

/** The class it is in: a person's, else the machine's. */
export const categoryOf = ({ category, triage }: Pick<Request, 'category' | 'triage'>): Category =>
  category ?? triage.category
