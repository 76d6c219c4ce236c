/** Words that a content check finds, with WeChat's numbers for what is wrong with them. */
export interface ContentWords {
  risky?: { label: number; words: string[] }[]
  review?: { label: number; words: string[] }[]
  /** Words in the names of pictures, which are all that is looked at. */
  media?: { risky?: string[]; review?: string[] }
}
