import { Notice } from '../../design/Notice/Notice'
import type { Located } from './found'

/** Says when a point lies in no grid, and how far the nearest one is. */
export const Outside = ({ located: { inside, grid, metresOutside } }: { located: Located }) =>
  inside ? null : (
    <Notice kind="warn" title="这里不在任何网格里">
      最近的是{grid.name}，离这里大约 {distanceWords(metresOutside)}。
    </Notice>
  )

/** A distance as a neighbour says it: 80 米, 1.2 公里, 35 公里. */
const distanceWords = (metres: number): string => {
  if (metres < 1000) return `${Math.max(1, Math.round(metres))} 米`
  return `${metres < 10_000 ? Math.round(metres / 100) / 10 : Math.round(metres / 1000)} 公里`
}
