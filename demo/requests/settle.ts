import type { KeptFile, Request, StoredPhoto } from '../../domain/request/request'
import { withKeys } from '../../domain/request/requestKeys'

/** One person told one thing. */
export interface Told {
  causeId: string
  effectId: string
  personId: string
  at: number
  text: string
  link: string
}

/**
 * What the cloud does after a request is written: people are told, pictures are kept, and the request is written once
 * more without the effects that are done.
 */
export const settle = (
  request: Request,
  at: number,
  {
    keep,
    tell,
    followers,
  }: { keep: (photo: StoredPhoto) => string; tell: (told: Told) => void; followers: readonly string[] },
): Request => {
  if (!request.effects.length) return request
  const files: Record<string, KeptFile> = {}
  for (const effect of request.effects) {
    if (effect.kind === 'keepPhoto') {
      files[effect.photo.id] = { fileId: keep(effect.photo) }
    } else if (effect.kind === 'tell') {
      const { id: effectId, personId, text, link } = effect
      tell({ causeId: request._id, effectId, personId, at, text, link })
    } else if (effect.kind === 'tellFollowers') {
      const { id, text, link } = effect
      for (const personId of followers)
        tell({ causeId: request._id, effectId: `${id}-${personId}`, personId, at, text, link })
    }
  }
  return withKeys({ ...request, rev: request.rev + 1, effects: [], files: { ...request.files, ...files } })
}
