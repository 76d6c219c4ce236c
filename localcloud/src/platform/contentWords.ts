/** Words that a content check finds, with WeChat's numbers for what is wrong with them. */
export interface ContentWords {
  risky?: { label: number; words: string[] }[]
  review?: { label: number; words: string[] }[]
  /** What decides about pictures and sounds. */
  media?: { risky?: MediaMark[]; review?: MediaMark[] }
}

/** A part of a file's name; or `sha256:` and the hash of its content, in hex. */
export type MediaMark = string
