import { Notice } from '../../design/Notice/Notice'
import type { Located } from './found'

/** Says when a point lies in no grid, and how far the nearest one is. */
export const Outside = ({ located: { inside, grid, metresOutside } }: { located: Located }) =>
  inside ? null : (
    <Notice kind="warn" title="这里不在任何网格里">
      最近的是{grid.name}，离这里大约 {Math.max(1, Math.round(metresOutside))} 米。
    </Notice>
  )
