import type { FaultSeverity } from '../../contract/importTerms'

/** What is said of one kind of fault. An error stops the import; a warning is for a person to look at. */
export interface FaultWords {
  severity: FaultSeverity
  /** Why it is a fault; `{…}` is filled in. */
  why: string
  /** How to mend it. */
  mend: string
}
