/**
 * The one document that says what is in force, as stored in `pointers`. Imports write the next version beside the present
 * one and then flip this, so that nobody ever sees half of it.
 */
export interface Pointers {
  _id: 'active'
  v: 1
  areas: number
  roster: number
  /** Policy in force by kind: `{triage: 'triage:1'}`. */
  policies: Record<string, string>
}
