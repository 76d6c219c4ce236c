/**
 * The one document that says what is in force, as stored in `pointers`. Imports write the next version beside the present
 * one and then flip this, so that nobody ever sees half of it; undoing flips it back.
 */
export interface Pointers {
  _id: 'active'
  v: 2
  /** Version of `areas`. */
  areas: number
  /** Version of `posts` and `officers`. */
  roster: number
  /** Version of `places`. */
  places: number
  /** The highest version number ever claimed, of any of the three: an undone import's is never used again. */
  lastVersion?: number
  /** Raised by every change to what is kept in memory that is no import: leave and cover, an account bound to a post. */
  touched: number
  /** The published outlines, and of which version of `areas` they are. */
  shapes?: { version: number; fileId: string }
  /** The published summary of what was reported at buildings lately, and the one before, which some still fetch. */
  history?: { id: string; fileId: string; lastFileId?: string }
  /** When it was last looked which old versions can go, ms. */
  clearedAt?: number
  /** Policy in force by kind: `{triage: 'triage:1'}`. */
  policies: Record<string, string>
}
