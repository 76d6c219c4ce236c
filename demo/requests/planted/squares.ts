import type { PlantedGroup } from './group'

/** Matters of squares, shops and stops. */
export const squares: readonly PlantedGroup[] = [
  {
    id: 'fallen-tree',
    tile: 'parkingAndRoad',
    manner: 'help',
    reports: [
      { says: '大风把老井边的榕树枝刮断了，横在路上', at: '老井边', off: [0, 0], after: 0 },
      {
        says: '树倒了挡住路，车过不去，老井旁边',
        at: '老井边',
        off: [8, 8],
        after: 1.5,
        tile: 'parkingAndRoad',
      },
    ],
    decoys: [
      {
        why: 'otherMatter',
        says: '老井边的树太密，路口看不见来车，请修一修',
        at: '老井边',
        off: [5, 6],
        after: 30,
        tile: 'parkingAndRoad',
      },
      {
        why: 'elsewhere',
        says: '大风把祠堂前的树枝刮断了，横在路上',
        at: '祠堂前',
        off: [150, -130],
        after: 1,
        tile: 'parkingAndRoad',
      },
    ],
  },
  {
    id: 'barrier-stuck',
    tile: 'parkingAndRoad',
    manner: 'help',
    reports: [
      {
        says: '地库道闸抬不起来，出库的车排到负二层',
        at: '地下车库入口',
        off: [0, 0],
        after: 0,
        tile: 'parkingAndRoad',
      },
      { says: '车库栏杆坏了，识别不了车牌，上班要迟到了', at: '地下车库入口', off: [9, 6], after: 0.3 },
      {
        says: '地下车库出口的杆子一直不抬，保安也没办法',
        at: '地库出口',
        off: [-11, 14],
        after: 0.6,
        tile: 'parkingAndRoad',
      },
    ],
    decoys: [
      {
        why: 'otherMatter',
        says: '地下车库入口坡道太滑，下雨天车往下溜',
        at: '地下车库入口',
        off: [4, 3],
        after: 1,
        tile: 'parkingAndRoad',
      },
    ],
  },
  {
    id: 'stray-dogs',
    tile: 'other',
    manner: 'help',
    reports: [
      { says: '球场附近有四五条流浪狗，追着小孩跑', at: '园区球场', off: [0, 0], after: 0 },
      {
        says: '请来抓一下野狗，晚上在食堂后门翻垃圾，见人就叫',
        at: '食堂后门',
        off: [55, 35],
        after: 20,
        tile: 'other',
      },
      { says: '流浪狗越来越多，下班路过球场被一群狗围住', at: '园区球场', off: [12, -10], after: 43 },
    ],
    decoys: [
      {
        why: 'otherMatter',
        says: '有人在园区球场遛大狗不牵绳，狗屎也不捡',
        at: '园区球场',
        off: [6, 6],
        after: 22,
        tile: 'other',
      },
    ],
  },
  {
    id: 'fumes',
    tile: 'other',
    manner: 'intervene',
    reports: [
      { says: '骑楼底那家大排档油烟直接排到巷子里，熏得开不了窗', at: '骑楼底', off: [0, 0], after: 0 },
      {
        says: '楼下饭店抽油烟机对着我们这栋吹，衣服全是油味',
        at: '骑楼底',
        off: [10, 5],
        after: 25,
        tile: 'noise',
      },
      { says: '骑楼那几间店油烟太大，嗓子疼，管不管', at: '骑楼', off: [-13, 9], after: 73, tile: 'other' },
    ],
    decoys: [
      {
        why: 'otherMatter',
        says: '骑楼底大排档划拳喝酒闹到两三点，吵得睡不着',
        at: '骑楼底',
        off: [3, 2],
        after: 26,
        tile: 'noise',
      },
    ],
  },
  {
    id: 'toilet-closed',
    tile: 'rubbish',
    manner: 'help',
    reports: [
      { says: '公厕门锁了好几天，环卫工大姐都没处去', at: '公交首末站', off: [0, 0], after: 0 },
      {
        says: '首末站旁边的公共厕所一直关着，写着维修，没人修',
        at: '公交首末站',
        off: [15, -8],
        after: 48,
        tile: 'rubbish',
      },
    ],
    decoys: [
      {
        why: 'otherMatter',
        says: '公交首末站没有座位也没有雨棚，老人站着等半小时',
        at: '公交首末站',
        off: [8, 3],
        after: 30,
        tile: 'parkingAndRoad',
      },
    ],
  },
  {
    id: 'shared-bikes',
    tile: 'parkingAndRoad',
    manner: 'intervene',
    reports: [
      {
        says: '共享单车把公交站台堵得水泄不通，上车要从车缝里挤',
        at: '公交站台',
        off: [0, 0],
        after: 0,
        tile: 'parkingAndRoad',
      },
      { says: '站台边小黄车小蓝车倒了一大片，盲道全占了', at: '公交站台', off: [14, 10], after: 21 },
      {
        says: '单车乱停乱放，公交站那里轮椅过不去',
        at: '公交站',
        off: [-9, -15],
        after: 46,
        tile: 'parkingAndRoad',
      },
    ],
    decoys: [
      {
        why: 'otherMatter',
        says: '公交站台的电子牌黑屏一个月了，不知道车几点来',
        at: '公交站台',
        off: [5, 2],
        after: 22,
        tile: 'parkingAndRoad',
      },
    ],
  },
  {
    id: 'facade-tiles',
    tile: 'other',
    manner: 'help',
    reports: [
      { says: '商业街东口那栋楼外墙瓷砖掉下来了，砸在人行道上', at: '商业街东口', off: [0, 0], after: 0 },
      { says: '楼外墙的砖往下掉，东口这边走路都要抬头看', at: '商业街东口', off: [9, 7], after: 0.7 },
    ],
    decoys: [
      {
        why: 'otherMatter',
        says: '商业街东口的广告牌灯箱太亮，晃眼睛，晚上睡不好',
        at: '商业街东口',
        off: [7, 5],
        after: 20,
        tile: 'noise',
      },
    ],
  },
  {
    id: 'wires-hanging',
    tile: 'utilities',
    manner: 'help',
    reports: [
      { says: '二横巷口的网线电话线垂到头顶，货车一过就扯', at: '二横巷口', off: [0, 0], after: 0 },
      {
        says: '巷口线缆耷拉下来像蜘蛛网，小孩伸手都够得着',
        at: '二横巷口',
        off: [6, 9],
        after: 26,
        tile: 'utilities',
      },
      { says: '电信的线掉到路中间了，骑车差点挂脖子，二横巷', at: '二横巷', off: [-12, 4], after: 30 },
    ],
    decoys: [
      {
        why: 'otherMatter',
        says: '二横巷口贴满了通下水道办证的小广告，铲了又贴',
        at: '二横巷口',
        off: [3, 3],
        after: 27,
        tile: 'rubbish',
      },
    ],
  },
]
