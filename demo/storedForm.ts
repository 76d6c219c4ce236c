import { inVersion } from '../domain/version/versioned'

/** Stored by version; the demo street is their first. */
const versioned = ['areas', 'posts', 'officers', 'places']

/** Documents as the collection of this name keeps them: posts without the account, which is in `bindings`. */
export const storedForm = <T extends { _id: string; personId?: string }>(
  name: string,
  documents: readonly T[],
) => {
  const kept = name === 'posts' ? documents.map(({ personId: _personId, ...post }) => post as T) : documents
  return versioned.includes(name) ? kept.map(one => inVersion(one, 1)) : kept
}
