import { categoryWords } from '../../contract/categories'
import { tileWords } from '../../contract/requestTerms'
import type { Policies } from '../../domain/policy/policies'
import type { Request } from '../../domain/request/request'
import type { Random } from '../random'
import type { Matter } from './matters/matter'
import type { Turn } from './turn'

const asked = [
  ['请问是哪一栋、几单元？方便的话拍张照。', '在靠近电梯那一头，已经拍了。'],
  ['什么时候最厉害？好赶在那个时候去看。', '一般晚上八点以后。'],
  ['家里哪天有人，好上门看看？', '这两天晚上七点以后都在家。'],
  ['同一栋还有别家遇到吗？', '问了楼上楼下，都一样。'],
] as const

const delays = [
  '配件要从厂里发货，还要几天。',
  '要等施工队排期，这几天都满了。',
  '要约齐几家一起谈，先约了周末。',
] as const

const onHold = '要列进明年的改造名单才有钱做，名单出来前先记着。'

/** What now and then happens on the way: a question, more time, setting aside, and people correcting the machine. */
export const chanceTurns = (
  random: Random,
  { tier, triage }: Pick<Request, 'tier' | 'triage'>,
  { tile, manner }: Pick<Matter, 'tile' | 'manner'>,
  { deadline, triage: { tiles } }: Pick<Policies, 'deadline' | 'triage'>,
): Turn[] => {
  const { pause, extension, suspension } = deadline.tiers[tier]
  const turns: Turn[] = []
  const own = tiles[tile]
  // What the tile is counted under is what officers know it by.
  if (own && own !== 'other' && own !== triage.category && random.chance(0.12))
    turns.push({
      move: 'retier',
      after: 1,
      category: own,
      text: `说的是${tileWords[tile]}，归${categoryWords[own]}。`,
    })
  turns.push(...otherTier(random, tier, manner))
  if (turns.some(({ tier: to }) => to)) return turns
  if (pause && random.chance(0.06)) {
    const [question, answer] = random.pick(asked)
    turns.push({ move: 'askInfo', after: 2, text: question })
    if (random.chance(0.8)) turns.push({ move: 'answerInfo', after: random.integer(1, 40), text: answer })
  }
  if (extension && random.chance(0.06)) {
    turns.push({ move: 'extend', after: 4, text: random.pick(delays) })
    const granted = random.chance(0.85)
    if (extension.approval)
      turns.push(
        granted
          ? { move: 'grantExtension', after: 3, text: '情况属实，同意。' }
          : { move: 'refuseExtension', after: 3, text: '先按原来的时间办，人手不够找我协调。' },
      )
    if (suspension && granted && random.chance(0.5)) turns.push({ move: 'suspend', after: 30, text: onHold })
  }
  return turns
}

const otherTier = (random: Random, tier: Request['tier'], manner: Matter['manner']): Turn[] => {
  if (tier === 'A' && random.chance(0.12)) {
    const lowered: Turn = {
      move: 'retier',
      after: 0.5,
      tier: 'B',
      text: '到现场看过，没有危险，按平常的办。',
    }
    if (!random.chance(0.35)) return [lowered]
    return [
      lowered,
      { move: 'object', after: 1, text: '我还是不放心，请再派人看看。' },
      random.chance(0.4)
        ? { move: 'upholdObjection', after: 1, text: '再看了一次，确实要马上办。' }
        : { move: 'refuseObjection', after: 1, text: '社区也去看过，现在没有危险，师傅明天来修。' },
    ]
  }
  if (tier === 'C' && manner === 'help' && random.chance(0.06))
    return [{ move: 'retier', after: 1, tier: 'B', text: '看过了，一个人就能办好，不用几家一起。' }]
  if (tier === 'B' && manner === 'intervene' && random.chance(0.03))
    return [{ move: 'retier', after: 1, tier: 'C', text: '要和物业、民警一起办。' }]
  return []
}
