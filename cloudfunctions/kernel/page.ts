/** Lines on one page of a list; a query asks for one more, to know whether there is a next page. */
export const pageSize = 20

/** Cuts what a query for `pageSize + 1` gave into the page and the cursor of the next, if there is one. */
export const pageOf = <T>(
  found: readonly T[],
  key: (item: T) => string | undefined,
): { page: T[]; next?: string } => {
  const page = found.slice(0, pageSize)
  const last = page.at(-1)
  const next = found.length > pageSize && last !== undefined ? key(last) : undefined
  return { page, ...(next && { next }) }
}
