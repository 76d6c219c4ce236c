import type { PolicyFinding, PolicyKind } from '../../contract/policy'
import { Refusal } from '../../contract/refusal'
import { sortableInstant } from '../request/requestKeys'
import type { PolicyTrial } from './rehearsePolicy'

/** The officer who did it, under their name. */
export interface PolicyAuthor {
  personId: string
  officerId: string
  name: string
  /** Kind of post. */
  post: string
}

interface DraftEvent {
  kind: 'saved' | 'rehearsed' | 'published'
  at: number
  by: PolicyAuthor
  token: string
}

/** A trial of the draft, without what residents wrote. Who made it is in the history. */
export interface KeptRehearsal extends PolicyTrial {
  at: number
  /** The policy it was compared with. */
  against: string
}

/** A policy that is not in force yet, as stored in `policyDrafts`. What it says never changes: another text is another draft. */
export interface PolicyDraft {
  _id: string
  v: 1
  version: number
  rev: number
  kind: PolicyKind
  /** The policy in force when it was written. */
  basedOn: string
  /** The policy as JSON: as a text, since a database takes no keys with dots. */
  body: string
  note: string
  findings: PolicyFinding[]
  rehearsal?: KeptRehearsal
  publishedAs?: string
  events: DraftEvent[]
  /** `<13-digit instant>-<id>` */
  listKey: string
}

interface Doing {
  by: PolicyAuthor
  /** ms */
  at: number
  token: string
}

/** A new draft. */
export const newDraft = (
  _id: string,
  said: Pick<PolicyDraft, 'kind' | 'basedOn' | 'body' | 'note' | 'findings'>,
  doing: Doing,
): PolicyDraft => ({
  _id,
  v: 1,
  version: 1,
  rev: 1,
  ...said,
  events: [{ kind: 'saved', ...doing }],
  listKey: `${sortableInstant(doing.at)}-${_id}`,
})

/** More trials of one draft than this are a loop, not a person. */
const eventsMost = 100

/** The draft with its latest trial. Throws `wrongState` once it is in force, `historyFull`. */
export const withRehearsal = (
  draft: PolicyDraft,
  rehearsal: KeptRehearsal,
  findings: PolicyFinding[],
  doing: Doing,
): PolicyDraft => {
  if (draft.publishedAs) throw new Refusal('wrongState', '这份草稿已经发布了。要再改，请另存一份。')
  return added({ ...draft, rehearsal, findings }, 'rehearsed', doing)
}

/** What has to hold before a draft comes into force instead of `active`. Throws `wrongState` with what is missing. */
export const assertPublishable = (draft: PolicyDraft, active: string, lostDangersRead: boolean): void => {
  const refuse = (message: string): never => {
    throw new Refusal('wrongState', message)
  }
  const year = draft.findings.find(({ kind }) => kind === 'missingYear')
  if (draft.publishedAs) refuse('这份草稿已经发布了。')
  if (!draft.rehearsal) refuse('请先用最近的诉求试算一遍，再发布。')
  if (draft.rehearsal?.against !== active) refuse('试算以后现行的规则变了，请再试算一遍。')
  if (year) refuse(`工作日历里没有 ${year.what} 年，期限会算不准。请先发布带有这一年的工作日历。`)
  if (draft.rehearsal?.lostDangers && !lostDangersRead)
    refuse(`有 ${draft.rehearsal.lostDangers} 件急事在新规则下不再算急事，请逐件看过再发布。`)
}

/** The draft in force as `publishedAs`. Throws `historyFull`. */
export const asPublished = (draft: PolicyDraft, publishedAs: string, doing: Doing): PolicyDraft =>
  draft.publishedAs ? draft : added({ ...draft, publishedAs }, 'published', doing)

const added = (draft: PolicyDraft, kind: DraftEvent['kind'], doing: Doing): PolicyDraft => {
  if (draft.events.length >= eventsMost)
    throw new Refusal('historyFull', '这份草稿试算太多次了，请另存一份再试。')
  return { ...draft, version: draft.version + 1, events: [...draft.events, { kind, ...doing }] }
}
