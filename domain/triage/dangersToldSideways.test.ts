import { policiesFrom } from '../policy/policies'
import { observe } from './observe'

const policy = policiesFrom({}, new Map()).triage

/** Rules that see a danger here and now in a message; what the model makes of it is another matter. */
const dangersIn = (text: string) =>
  observe({ text }, policy).seen.flatMap(({ rule, missing }) => (rule.danger && !missing ? [rule.id] : []))

/** What is seen, by which rule, in which words. */
const told: [string, string, string][] = [
  ['water that has been off in a block for days', 'a.outage-lasting', '8号楼停水四天了，没人给个说法'],
  ['heat that is off in an estate until today', 'a.outage-lasting', '暖气停到现在，我们小区老人冻得不行'],
  ['power that has not come back', 'a.outage-lasting', '昨晚停电，至今没来电，整栋楼黑着'],
  ['taps above a storey that are dry', 'a.outage-dry', '四楼往上一滴没有，好几家都这样'],
  ['a row of houses without water since the day before', 'a.outage-lasting', '我们这一排平房从前天起就停水'],
  ['tap water that smells since yesterday', 'a.water-tainted', '从昨天起自来水一股农药味，邻居家也是'],
  ['people who carry water', 'a.carries-water', '自来水停了，大家天天拿着水桶去河边接'],
  ['blasting that throws stones', 'a.blasting', '矿上放炮，飞石都到我家门口了'],
  ['a wall that leans over people', 'a.leans', '巷口那堵墙歪了，底下天天有人走'],
  ['ground that is hollow', 'a.hollow-below', '河堤下面土让水淘空了，车还在上头过'],
  ['what hangs by a wire', 'a.hangs-loose', '球场那个灯罩就一根线吊着'],
  ['a crack that grows', 'a.crack-grows', '客厅的裂缝越来越宽，晚上能听见响'],
  ['a lift that dropped', 'a.lift-dropped', '二单元电梯刚才掉了两层，里面的人吓哭了'],
  ['water that runs out under a door', 'a.water-pours', '对门家里没人，水从门缝里往外淌'],
  ['a drain cover that gives way', 'a.drain-cover', '门口雨水井的板子断了，晚上看不见'],
  ['a lamp post that sparks', 'a.sparking', '巷子里那根路灯杆滋滋响'],
  ['one who does not know the way home', 'a.forgot-home', '有个奶奶站在路口，说不清家在哪里'],
  ['a child on the edge', 'a.on-the-edge', '六楼有个小孩坐在空调外机上，脚荡在外头'],
  ['a smell that makes people ill', 'a.ill-from-smell', '新铺的跑道气味大，班上几个娃流鼻血'],
  ['a neighbour of whom nothing is heard', 'a.no-sign-of-life', '楼上老周三天没下楼，敲门也不应'],
]

it.each(told)('sees %s', (_, rule, text) => expect(dangersIn(text)).toContain(rule))

it.each([
  ['an outage of which notice was given', '贴了通知，明天8号楼停水两天'],
  ['an outage that recurs', '我们小区经常停水，一停就是两天'],
  ['an outage that is over', '8号楼停水四天，现在来水了'],
  ['an outage long ago', '去年我们小区停电两天，物业道了歉'],
  ['money for an outage', '小区停暖三天，要求退费'],
  ['a river that is dirty for years', '河里的水多年发黑，今天又有臭味'],
  ['one flat without water', '就我家没水两天了，别人家都有'],
  ['fireworks at a wedding', '婚礼放炮震得玻璃响'],
  ['a car that stands askew', '楼下那辆车停得歪，占了两个车位'],
  ['savings that are spent', '买房掏空了钱包，路还没修'],
  ['a quarrel that grows', '两家的裂痕越来越大，关系僵了'],
  ['a drain cover that was mended', '雨水井的盖子裂了，昨天已经换好了，修好了'],
  ['a lost password', '奶奶的社保卡密码记不清了'],
  ['people who take pictures', '桥上站了个人拍照'],
  ['smoke of cigarettes', '楼道里抽烟，一股味道，闻着头晕'],
])('sees no danger told sideways in %s', (_, text) => {
  const sideways = told.map(([, rule]) => rule)
  expect(dangersIn(text).filter(id => sideways.includes(id))).toEqual([])
})
