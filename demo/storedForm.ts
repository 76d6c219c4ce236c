import { inVersion } from '../domain/version/versioned'

/** Stored by version; the demo street is their first. */
const versioned = ['areas', 'posts', 'officers', 'places']

/** Documents as the collection of this name keeps them. */
export const storedForm = <T extends { _id: string }>(name: string, documents: readonly T[]) =>
  versioned.includes(name) ? documents.map(one => inVersion(one, 1)) : documents
