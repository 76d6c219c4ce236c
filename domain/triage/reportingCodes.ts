import type { Category } from '../../contract/categories'
import codes from '../policy/reportingCodes.json'

/**
 * The codes of Guangdong's DB44/T 2479-2024 that a category is reported under, the main one first; none for what the
 * standard has no place for. The mapping is data: domain/policy/reportingCodes.json.
 */
export const reportingCodes = (category: Category): readonly string[] => codes[category]
