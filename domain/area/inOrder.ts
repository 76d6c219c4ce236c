import type { AreaNode } from './area'

const order = new Intl.Collator('zh-Hans-CN', { numeric: true })

/** Areas as a street counts them: by the city's number where both have one, else by name. */
export const inOrder = (
  a: Pick<AreaNode, 'code' | 'name'> | undefined,
  b: Pick<AreaNode, 'code' | 'name'> | undefined,
): number =>
  (a?.code && b?.code ? order.compare(a.code, b.code) : 0) || order.compare(a?.name ?? '', b?.name ?? '')
