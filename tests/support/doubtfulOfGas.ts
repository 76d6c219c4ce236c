import { policiesFrom } from '../../domain/policy/policies'
import { triage } from '../../domain/triage/triage'

const { triage: policy } = policiesFrom({}, new Map())
const before = { summary: 'history:1', dangers: { gas: 1 }, matters: {} }

const where = ['厨房', '楼道', '家里', '三楼', '走廊', '屋里']
const what = ['好像有点味道', '有点味道', '有股味道说不清', '味道怪怪的', '有一点点气味']
const end = ['，不知道是不是', '', '，麻烦有空看看', '，不急']

/**
 * A sentence that is no danger by its words alone, and one at a building where gas was reported: found anew, so that it is
 * one whatever the model has learnt.
 */
export const doubtfulOfGas = (): string => {
  const sentences = where.flatMap(place => what.flatMap(smell => end.map(rest => `${place}${smell}${rest}`)))
  const found = sentences.find(
    text => triage({ text }, policy).tier !== 'A' && triage({ text, before }, policy).tier === 'A',
  )
  if (!found) throw new Error('Every smell is a danger to this model: no sentence is in doubt any more.')
  return found
}
