import type { Effect, Request, StoredPhoto } from './request'

/** The page of a request inside the app. */
const pageOf = (request: Pick<Request, '_id'>) => `/pages/request/index?id=${request._id}`

type Told = Pick<Request, '_id' | 'events'>

/**
 * Tell some people, once each, about what the request's newest event is going to be. The words are neutral: phones
 * are shared, so the matter itself stays behind the link.
 */
export const tell = (request: Told, personIds: readonly (string | undefined)[], text: string): Effect[] =>
  [...new Set(personIds)].flatMap(personId =>
    personId
      ? [
          {
            id: `${request.events.length}-${personId}`,
            kind: 'tell' as const,
            personId,
            text,
            link: pageOf(request),
          },
        ]
      : [],
  )

/** Check what the phone uploaded and keep a copy without metadata. */
export const keepPhotos = (photos: readonly StoredPhoto[]): Effect[] =>
  photos.map(photo => ({ id: `photo-${photo.id}`, kind: 'keepPhoto', photo }))
