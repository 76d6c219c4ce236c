import type { Pointers } from '../policy/pointers'
import { pointerOf } from './keptVersions'
import type { Run } from './run'

/**
 * Why an applied run cannot be undone, and what to do; undefined when it can. A later import of another kind stands in the
 * way as well: it was checked against what this one brought.
 */
export const stays = (
  { kind, base, target, final }: Run,
  pointers: Pick<Pointers, 'areas' | 'roster' | 'places'> | undefined,
): string | undefined => {
  if (final) return '更早的版本已经清理了，撤不回去。请改好文件重新导入。'
  const brought = base && { ...base, [pointerOf[kind]]: target }
  const isLast = Object.values(pointerOf).every(which => pointers?.[which] === brought?.[which])
  return isLast ? undefined : '后来又导入过别的，请先撤销后面那一次。'
}
