/**
 * How areas, posts, officers and places are stored: an import writes the whole next version beside the present one and
 * then flips one pointer, so that nobody ever sees half, and undoing is flipping it back.
 */
export type Versioned<T extends { _id: string }> = Omit<T, '_id'> & {
  /** `<id>@<version>` */
  _id: string
  /** The id that stays through all versions. */
  of: string
  version: number
}

/** The stored id of something in a version. */
export const versionedId = (id: string, version: number): string => `${id}@${version}`

/** As it is stored in a version. */
export const inVersion = <T extends { _id: string }>(item: T, version: number): Versioned<T> => ({
  ...item,
  _id: versionedId(item._id, version),
  of: item._id,
  version,
})

/** What was stored, under its stable id. Documents from before versions were kept have no other. */
export const outOfVersion = <T extends { _id: string }>(
  stored: Versioned<T> | T,
): Omit<T, '_id'> & { _id: string } => {
  if (!('of' in stored)) return stored
  const { of, version: _version, ...item } = stored as Versioned<T> & Record<string, unknown>
  return { ...item, _id: of } as unknown as T
}
