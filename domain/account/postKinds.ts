import type { Permission } from '../../contract/permissions'

/** A kind of post, as data: 网格员, 楼长, 值班员 … */
export interface PostKindSpec {
  id: string
  words: string
  /** What its holder may do on the area and everything below. */
  permissions: readonly Permission[]
  /** Shown to residents as one of theirs; the lowest number is whom they meet first. */
  front?: number
  /** A duty post: it is there when the others are not, and is told of danger and of gaps. */
  duty?: true
  /** What it does, in residents' words. */
  duties?: readonly string[]
}

/** The kinds of post of a street (`postKinds:<n>`). The one place where roles are known. */
export interface PostKinds {
  id: string
  /** Where the kinds come from. */
  source?: string
  kinds: readonly PostKindSpec[]
}

const unknown: PostKindSpec = { id: '', words: '工作人员', permissions: [] }

/** The spec of a kind. A post of a kind that the policy no longer knows may do nothing, and is still named. */
export const postKind = ({ kinds }: PostKinds, id: string): PostKindSpec =>
  kinds.find(kind => kind.id === id) ?? unknown
