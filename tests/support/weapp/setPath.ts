/** Sets `root.cn.[0].cl` in a page's data, as the view does with the paths of a `setData`. */
export const setPath = (data: Record<string, unknown>, path: string, value: unknown): void => {
  const steps = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
  let at = data
  steps.slice(0, -1).forEach((step, n) => {
    if (at[step] === null || typeof at[step] !== 'object')
      at[step] = /^\d+$/.test(steps[n + 1] ?? '') ? [] : {}
    at = at[step] as Record<string, unknown>
  })
  at[steps.at(-1) ?? ''] = value
}
