/** A share as an exact fraction; `inclusive` is 以上, otherwise 过半 and its kind must be exceeded. */
export interface Share {
  numerator: number
  denominator: number
  inclusive: boolean
}

/** A rule of voting, frozen into the topic when its vote opens. */
export interface VoteRule {
  id: 'council_simple' | 'council_major'
  /** Of the roll that has to take part; an abstention takes part. */
  quorum: Share
  /** Of the votes for and against that have to be for. */
  pass: Share
}

/** More than half of the roll takes part, more than half of those for and against are for. */
export const councilSimple: VoteRule = {
  id: 'council_simple',
  quorum: { numerator: 1, denominator: 2, inclusive: false },
  pass: { numerator: 1, denominator: 2, inclusive: false },
}

/** Two thirds of the roll take part, two thirds of those for and against are for. */
export const councilMajor: VoteRule = {
  id: 'council_major',
  quorum: { numerator: 2, denominator: 3, inclusive: true },
  pass: { numerator: 2, denominator: 3, inclusive: true },
}

/** Whether `part` of `whole` reaches the share, by whole numbers alone. Nothing reaches a share of nothing. */
export const reaches = (part: number, whole: number, { numerator, denominator, inclusive }: Share): boolean =>
  whole > 0 && (inclusive ? part * denominator >= whole * numerator : part * denominator > whole * numerator)

/** A share as it is spoken: 过半数, 三分之二以上. */
export const shareWords = ({ numerator, denominator, inclusive }: Share): string => {
  if (numerator === 1 && denominator === 2 && !inclusive) return '过半数'
  const digits = '零一二三四五六七八九十'
  return `${inclusive ? '' : '超过'}${digits[denominator]}分之${digits[numerator]}${inclusive ? '以上' : ''}`
}

/** The whole rule in one sentence. */
export const ruleWords = ({ quorum, pass }: VoteRule): string =>
  `名单上的理事${shareWords(quorum)}参加投票才算数；同意票占同意和不同意票的${shareWords(pass)}就通过。弃权算参加，票数相等不通过。一人一票，投了不改。`
