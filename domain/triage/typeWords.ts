import type { RequestType } from './triagePolicy'

/** What staff call the types. */
export const typeWords: Record<RequestType, string> = {
  inquiry: '咨询',
  help: '求助',
  complaint: '投诉',
  suggestion: '建议',
  praise: '表扬',
}
