import type { PolicyDraftView } from '../../contract/policy'
import type { Street } from '../../domain/area/street'
import type { PolicyAuthor, PolicyDraft } from '../../domain/policy/policyDraft'

/** A draft as its author's screen shows it; `texts` are what residents wrote, by request. */
export const viewDraft = (
  draft: PolicyDraft,
  street: Street,
  texts: ReadonlyMap<string, string> = new Map(),
): PolicyDraftView => {
  const { _id, version, kind, basedOn, note, findings, rehearsal, publishedAs, events } = draft
  const saved = events[0]
  const rehearsed = events.filter(event => event.kind === 'rehearsed').at(-1)
  return {
    id: _id,
    version,
    kind,
    basedOn,
    note,
    at: saved?.at ?? 0,
    by: authorOf(saved?.by, street),
    findings,
    ...(rehearsal && {
      rehearsal: {
        ...rehearsal,
        by: authorOf(rehearsed?.by, street),
        changes: rehearsal.changes.map(change => {
          const text = texts.get(change.id)
          return { ...change, ...(text !== undefined && { text }) }
        }),
      },
    }),
    ...(publishedAs && { publishedAs }),
  }
}

/** Name and post in words. */
export const authorOf = (by: PolicyAuthor | undefined, street: Street): { name: string; post: string } => ({
  name: by?.name ?? '',
  post: by ? street.postWords(by.post) : '',
})
