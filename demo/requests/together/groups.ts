import type { StoryLine } from '../storyLine'

/** One matter that several people of the grid of the story report, and others meet too. */
export interface Together {
  /** The report that the others are dealt with in. */
  main: StoryLine
  others: readonly { line: StoryLine; why: string }[]
  /** So many others press 我也遇到; those named first. */
  joins: number
  joining: readonly StoryLine['who'][]
  /** What the officer sends to everybody once they are one. */
  toAll: string
  /** When it is all done, what each reporter says of it; absent while it goes on. */
  said?: readonly ('yes' | 'no' | 'silent')[]
}

const lamps = { tile: 'parkingAndRoad', scene: 'lamp', photos: 1, manner: 'help', tier: 'B' } as const

export const togetherGroups: readonly Together[] = [
  {
    main: {
      ...lamps,
      who: 'neighbour',
      where: '甲片小区北门外',
      words: [
        '小区北门外这一段路灯全灭了三天，晚上接孩子看不见路。',
        '收到，我今晚去数一下灭了几盏。',
        '整排换了新灯头，今晚都亮了。',
      ],
      when: { daysAgo: 2, hour: 8.2 },
    },
    others: [
      {
        line: {
          ...lamps,
          who: 'li-xiaoyan',
          where: '甲片小区北门',
          words: ['店门口那排路灯不亮，天一黑客人都不敢过来。', '', ''],
          when: { daysAgo: 2, hour: 12.5 },
        },
        why: '就是北门外那一排，一起报修。',
      },
      {
        line: {
          ...lamps,
          who: 'neighbour',
          where: '甲片小区北门外',
          words: ['北门外路灯坏了好几盏，晚上散步看不清路。', '', ''],
          when: { daysAgo: 2, hour: 19.4 },
        },
        why: '同一排路灯。',
      },
    ],
    joins: 4,
    joining: ['zhang-guifang'],
    toAll: '一共灭了九盏，是控制箱进水，灯光所明天来修。',
  },
  {
    main: {
      ...lamps,
      who: 'neighbour',
      where: '甲片中心花园',
      words: [
        '中心花园里的庭院灯坏了五盏，晚上散步看不清台阶。',
        '我晚上过去看看是哪几盏。',
        '五盏都换成了感应灯，人来就亮。',
      ],
      when: { daysAgo: 24, hour: 20.3 },
    },
    others: [
      {
        line: {
          ...lamps,
          who: 'zhang-guifang',
          where: '甲片中心花园',
          words: ['花园里的路灯不亮，晚上扔垃圾回来看不见台阶。', '', ''],
          when: { daysAgo: 23, hour: 8.6 },
        },
        why: '同一片花园的灯。',
      },
    ],
    joins: 2,
    joining: [],
    toAll: '灯泡已经领到，周末和物业一起换。',
    said: ['yes', 'silent'],
  },
]
