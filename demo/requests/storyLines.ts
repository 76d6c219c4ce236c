import type { Manner, Satisfaction, Solved, Tile } from '../../contract/requestTerms'
import type { Tier } from '../../contract/tiers'
import type { CastId } from '../people/cast'
import type { Scene } from '../pictures/scenes'
import type { Case } from './matters/matter'

/** One request of the grid of the story: written by hand, so that every screen of the demo has something to show. */
export interface StoryLine {
  who: CastId | 'neighbour'
  tile?: Tile
  scene?: Scene
  photos?: number
  manner: Manner
  where: string
  words: Case
  /** The tier it must get; a test holds the rules to it. */
  tier: Tier
  /** Minutes ago; so many days ago at an hour in China; or such that its resolve clock ends so many hours from now. */
  when: { minutesAgo: number } | { daysAgo: number; hour: number } | { dueInHours: number }
  stop?: 'submitted' | 'accepted' | 'inProgress' | 'resolved'
  note?: string
  /** What the reporter says of each round; one round of silence when absent. */
  said?: readonly (readonly [Solved, Satisfaction, string?])[]
}

export const storyLines: readonly StoryLine[] = [
  {
    who: 'zhang-guifang',
    tile: 'stairsAndLift',
    scene: 'lamp',
    photos: 1,
    manner: 'help',
    where: '甲片3栋2单元',
    words: [
      '3栋2单元三楼楼道的灯坏了，晚上下楼倒垃圾看不清台阶，我年纪大怕踩空。',
      '张阿姨好，我明天上午带灯泡过来，晚上先别下楼了。',
      '灯换好了，四楼那盏也一起换了，扶手上贴了夜光条，您晚上看看亮不亮。',
    ],
    tier: 'B',
    when: { dueInHours: 5 },
    stop: 'resolved',
  },
  {
    who: 'zhang-guifang',
    tile: 'other',
    scene: 'tree',
    photos: 2,
    manner: 'help',
    where: '甲片3栋2单元',
    words: [
      '楼下花坛的树枝断了，斜挂在路上，走路要绕开，怕绊倒。',
      '看过了，我先拿绳子拦了一下，园林师傅约好来锯。',
      '断枝锯掉拉走了，旁边两棵也修了一遍。',
    ],
    tier: 'B',
    when: { dueInHours: 30 },
    stop: 'inProgress',
    note: '今天风大，又往下垂了一点，麻烦快些。',
  },
  {
    who: 'zhang-guifang',
    tile: 'care',
    manner: 'help',
    where: '甲片3栋2单元',
    words: [
      '老人卡丢了要补办，能不能请人上门帮老人拍个照。',
      '可以的张阿姨，我周三上午过来拍照，您备好身份证。',
      '新卡送到手上了，旧卡已经挂失。',
    ],
    tier: 'B',
    when: { daysAgo: 33, hour: 9.4 },
    said: [['yes', 'good', '小陈专门送上门，谢谢。']],
  },
  {
    who: 'zhang-guifang',
    tile: 'rubbish',
    scene: 'rubbish',
    photos: 1,
    manner: 'help',
    where: '甲片3栋后面',
    words: [
      '3栋后面的垃圾桶满出来了，味道飘到屋里，麻烦叫人清一下。',
      '已经通知环卫，今天中午前清走。',
      '清走了，地也冲了。',
    ],
    tier: 'B',
    when: { daysAgo: 52, hour: 18.2 },
    said: [
      ['partly', 'fair', '桶清了，旁边墙角那堆还在。'],
      ['yes', 'good', '这回干净了。'],
    ],
  },
  {
    who: 'zhang-guifang',
    tile: 'noise',
    manner: 'intervene',
    where: '甲片中心花园',
    words: [
      '花园里跳舞的音响晚上快十点还在放，老伴睡不着。',
      '我今晚过去跟领队说说。',
      '领队答应九点收，音量也调小了。',
    ],
    tier: 'C',
    when: { daysAgo: 75, hour: 21.6 },
  },
  {
    who: 'neighbour',
    tile: 'other',
    manner: 'intervene',
    where: '甲片5栋电动车棚',
    words: [
      '5栋楼下电动车棚冒烟了，有烧焦的味道，里面停了好多车！',
      '我到现场了，电闸已经拉了，消防在路上，请大家先别靠近。',
      '是充电器短路，没有明火，车棚断电检查。',
    ],
    tier: 'A',
    when: { minutesAgo: 42 },
    stop: 'inProgress',
  },
  {
    who: 'li-xiaoyan',
    tile: 'rubbish',
    scene: 'rubbish',
    photos: 1,
    manner: 'help',
    where: '甲片小区北门',
    words: [
      '店门口不知道谁倒了一堆装修垃圾，客人都没法进门。',
      '我马上来看。',
      '清走了，也找到是哪家装修队倒的。',
    ],
    tier: 'B',
    when: { minutesAgo: 17 },
    stop: 'submitted',
  },
  {
    who: 'li-xiaoyan',
    tile: 'rubbish',
    scene: 'wall',
    photos: 1,
    manner: 'intervene',
    where: '甲片小区北门',
    words: [
      '店旁边的墙上又贴满了小广告，撕了还有，麻烦清一下。',
      '号码记下报给城管了，下午来铲。',
      '铲干净了，刷了一遍防贴漆。',
    ],
    tier: 'B',
    when: { minutesAgo: 1398 },
    stop: 'accepted',
  },
  {
    who: 'li-xiaoyan',
    tile: 'utilities',
    scene: 'drain',
    photos: 1,
    manner: 'help',
    where: '甲片小区北门',
    words: [
      '店门口落叶太厚，把雨水口都盖住了，麻烦打扫一下。',
      '下午带保洁过来。',
      '扫干净了，雨水口也掏了，倒了两桶水试过，走得很快。',
    ],
    tier: 'B',
    when: { daysAgo: 28, hour: 14.3 },
    said: [['yes', 'good', '当天就弄好了。']],
  },
  {
    who: 'neighbour',
    tile: 'stairsAndLift',
    scene: 'stairs',
    photos: 1,
    manner: 'intervene',
    where: '甲片7栋1单元',
    words: [
      '7栋1单元楼梯间堆了好多纸皮和旧家具，轮椅过不去。',
      '我今晚上门跟那户谈，先请他收进去。',
      '和物业一起清了一车，楼道通了。',
    ],
    tier: 'B',
    when: { dueInHours: -20 },
    stop: 'inProgress',
    note: '都好几天了，还堆着，什么时候清？',
  },
  {
    who: 'neighbour',
    tile: 'neighbours',
    manner: 'intervene',
    where: '甲片2栋',
    words: [
      '楼上漏水泡坏了我家天花板，谈了两次赔偿谈不拢，想请人来调解。',
      '请了调解员，先约两家周六上午到议事角坐一坐。',
      '两家签了协议，楼上月底前修好防水。',
    ],
    tier: 'C',
    when: { dueInHours: 60 },
    stop: 'inProgress',
  },
  {
    who: 'he-jianguo',
    tile: 'stairsAndLift',
    manner: 'intervene',
    where: '甲片6栋',
    words: [
      '6栋三十多户联名想加装电梯，一楼两户有顾虑，想请街道出面一起商量方案。',
      '材料收到了，周五请住建、规划和一楼的住户一起来听意见。',
      '方案公示完，申请已经递上去。',
    ],
    tier: 'D',
    when: { dueInHours: 170 },
    stop: 'inProgress',
  },
  {
    who: 'wu-mei',
    tile: 'other',
    manner: 'help',
    where: '甲片中心花园',
    words: [
      '建议中心花园放几张长椅，带孩子的老人走累了有地方坐。',
      '这个主意好，我去看看放在哪里合适。',
      '先放了两张，大家用用看。',
    ],
    tier: 'B',
    when: { daysAgo: 40, hour: 16.7 },
    said: [['yes', 'good', '孩子和老人都喜欢。']],
  },
]
