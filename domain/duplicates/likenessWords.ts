import type { Likeness } from './likeness'

/** From here on two messages share words that few messages have. */
const alikeFrom = 0.12

/** What speaks for two reports being one: 说的是同样的事 · 同类 · 相距 30 米 · 文字相近. */
export const likenessWords = ({
  text,
  matter,
  kind,
  metres,
  where,
}: Pick<Likeness, 'text' | 'matter'> & Partial<Likeness>): string[] => [
  ...(matter === 1 ? ['说的是同样的事'] : matter >= 0.5 ? ['有一部分说的是同样的事'] : []),
  ...(kind ? ['同类'] : []),
  ...(metres !== undefined ? [`相距 ${metresWords(metres)}`] : placeWords(where)),
  ...(text >= alikeFrom ? ['文字相近'] : []),
]

const placeWords = (where = 0): string[] => (where > 0.8 ? ['同一栋楼'] : where > 0.4 ? ['同一网格'] : [])

const metresWords = (metres: number): string => `${upTo(10, metres)} 米`

/** For a neighbour, only roughly: 50 米内, 100 米内 … */
export const nearWords = (metres: number): string => `${upTo(50, metres)} 米内`

const upTo = (step: number, metres: number) => Math.max(step, Math.ceil(metres / step) * step)
