import type { PlantedGroup } from './group'

/** Matters of buildings and what stands between them. */
export const estates: readonly PlantedGroup[] = [
  {
    id: 'stuff-in-stairs',
    tile: 'stairsAndLift',
    manner: 'intervene',
    reports: [
      { says: '五楼楼梯口堆了旧柜子和纸箱，消防通道都堵死了', at: '17栋', off: [0, 0], after: 0 },
      {
        says: '17栋楼梯转角全是杂物，下楼要侧着身子，清一清吧',
        at: '17栋2单元',
        off: [5, 4],
        after: 50,
        tile: 'stairsAndLift',
      },
      { says: '有人把楼道当仓库，鞋架、纸皮、煤炉都摆出来了', at: '17栋', off: [-4, 6], after: 75 },
    ],
    decoys: [
      {
        why: 'otherMatter',
        says: '17栋楼梯转角的窗户玻璃裂了，风大的时候响',
        at: '17栋2单元',
        off: [5, 4],
        after: 60,
        tile: 'stairsAndLift',
      },
    ],
  },
  {
    id: 'low-pressure',
    tile: 'utilities',
    manner: 'help',
    reports: [
      {
        says: '晚上七点以后水压小得像线，热水器打不着火',
        at: '10栋高层',
        off: [0, 0],
        after: 0,
        tile: 'utilities',
      },
      { says: '10栋二十楼往上洗澡时水流特别细，二次供水是不是有问题', at: '10栋', off: [5, 3], after: 26 },
      {
        says: '水好细，冲个凉要半个钟，我们这栋楼上几层都这样',
        at: '10栋',
        off: [-3, 7],
        after: 49,
        tile: 'utilities',
      },
    ],
    decoys: [
      {
        why: 'otherMatter',
        says: '10栋自来水发黄，放十分钟还是黄的，不敢喝',
        at: '10栋',
        off: [2, 5],
        after: 28,
        tile: 'utilities',
      },
    ],
  },
  {
    id: 'roof-leak',
    tile: 'utilities',
    manner: 'help',
    reports: [
      { says: '顶楼楼道天花板漏雨，墙皮一块块泡烂了', at: '2栋顶层楼道', off: [0, 0], after: 0 },
      {
        says: '2栋天台防水坏了，一下雨公共走廊就滴水，地上放了三个桶',
        at: '2栋',
        off: [6, 2],
        after: 18,
        tile: 'utilities',
      },
      { says: '下雨天顶层过道积水，电表箱就在旁边，看着怕', at: '2栋', off: [2, -5], after: 20 },
    ],
    decoys: [
      {
        why: 'elsewhere',
        says: '8栋天台防水坏了，一下雨公共走廊就滴水',
        at: '8栋',
        off: [95, 120],
        after: 19,
        tile: 'utilities',
      },
    ],
  },
  {
    id: 'rats',
    tile: 'rubbish',
    manner: 'help',
    reports: [
      {
        says: '绿化带里老鼠成群，晚上满地跑，请来投药',
        at: '13栋后面',
        off: [0, 0],
        after: 0,
        tile: 'rubbish',
      },
      { says: '13栋垃圾房边上好多老鼠，白天都敢出来', at: '13栋垃圾房', off: [12, 9], after: 40 },
      {
        says: '老鼠咬坏了我电动车的线，13栋后面草丛里打了好几个洞，该灭鼠了',
        at: '13栋',
        off: [-7, 10],
        after: 64,
        tile: 'other',
      },
    ],
    decoys: [
      {
        why: 'otherMatter',
        says: '13栋后面绿化带蚊子太多，晚上站不住人，请来消杀',
        at: '13栋后面',
        off: [3, 3],
        after: 44,
        tile: 'rubbish',
      },
    ],
  },
  {
    id: 'thrown-things',
    tile: 'other',
    manner: 'intervene',
    reports: [
      { says: '楼上老有人往下扔烟头和剩饭，晾的被子烫了个洞', at: '5栋北面', off: [0, 0], after: 0 },
      {
        says: '5栋高空抛物，上午一个酸奶瓶从天上下来，就落在滑梯边',
        at: '5栋',
        off: [8, 6],
        after: 24,
        tile: 'other',
      },
    ],
    decoys: [
      {
        why: 'otherMatter',
        says: '5栋北面晾衣杆生锈快断了，被子都不敢晒',
        at: '5栋北面',
        off: [1, 2],
        after: 20,
      },
    ],
  },
  {
    id: 'power-off',
    tile: 'utilities',
    manner: 'help',
    reports: [
      {
        says: '突然整栋没电了，14栋，电梯里好像没人，请快点来',
        at: '14栋',
        off: [0, 0],
        after: 0,
        tile: 'utilities',
      },
      { says: '14栋停电半小时了，全楼黑的', at: '14栋', off: [4, 4], after: 0.5, tile: 'utilities' },
      { says: '断电了，冰箱里的药怕坏，我们一栋楼都这样，几点能来电', at: '14栋', off: [-5, 2], after: 0.8 },
      { says: '是不是变压器跳了？14栋家家都没电', at: '14栋', after: 1.2, tile: 'utilities' },
    ],
    decoys: [
      {
        why: 'otherMatter',
        says: '14栋电费单上的峰谷时段看不懂，想问问怎么算',
        at: '14栋',
        off: [3, 1],
        after: 1,
        tile: 'utilities',
      },
    ],
  },
]
