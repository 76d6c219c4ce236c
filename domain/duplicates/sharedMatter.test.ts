import type { Tile } from '../../contract/requestTerms'
import { policiesFrom } from '../policy/policies'
import { triage } from '../triage/triage'
import { sharedMatter } from './sharedMatter'

const policies = policiesFrom({}, new Map())
const told = (text: string, tile?: Tile) =>
  sharedMatter(
    { text, ...(tile && { tile }), triage: triage({ text, tile, photos: 0 }, policies.triage) },
    policies.duplicates,
  )

it.each([
  ['6栋电梯又停了，停在三楼不动', '电梯'],
  ['村口到牌坊这一段路灯全不亮', '路灯'],
  ['球场边垃圾堆成山，三天没人清', '垃圾'],
  ['整栋楼都停水了', '停水'],
])('a neighbour may hear that “%s” is about %s', (text, what) => expect(told(text)).toBe(what))

it.each([
  ['她站在天台边说不想活了，楼道灯也没开'],
  ['老公又打我，把楼道的垃圾桶都踢翻了'],
  ['隔壁天天吵架，垃圾放在楼道'],
  ['网格员态度差，报了路灯也不修'],
  ['物业经理收了红包，电梯广告的钱不公示'],
  ['我家卫生间漏水，漏到楼道了'],
  ['家里没电了'],
  ['我家水管漏水'],
  ['工资拖了三个月，工地老板不见人'],
  ['我妈走失了，最后在小区北门路灯下看到'],
  ['社区书记把广场租给摊贩收钱'],
  ['您好，谢谢'],
])('hears nothing of “%s”', text => expect(told(text)).toBeUndefined())

it('hears nothing of what was sent under a private tile', () => {
  expect(told('楼道灯坏了，我腿脚不好', 'stairsAndLift')).toBe('楼道灯')
  expect(told('楼道灯坏了，我腿脚不好', 'care')).toBeUndefined()
})
