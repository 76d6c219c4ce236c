import type { AreaNode } from './area'

type Named = Pick<AreaNode, 'code' | 'name'>

/** Areas as a street counts them: by the city's number where both have one, else by name; 第2网格 before 第10网格. */
export const inOrder = (a: Named | undefined, b: Named | undefined): number =>
  (a?.code && b?.code ? compare(a.code, b.code) : 0) || compare(a?.name ?? '', b?.name ?? '')

const compare = (a: string, b: string): number => {
  const [left, right] = [counted(a), counted(b)]
  return left < right ? -1 : Number(left > right)
}

/** Every number equally long. */
const counted = (text: string) => text.replace(/\d+/g, digits => digits.padStart(15, '0'))
