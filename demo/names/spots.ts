import type { Random } from '../random'
import type { BlockKind } from './places'

/** Names of a place within a grid: a building, and somewhere public. */
export interface SpotNames {
  here: string
  road: string
}

const publicPlaces: Record<BlockKind, readonly string[]> = {
  estate: [
    '小区北门',
    '小区南门',
    '中心花园',
    '地下车库入口',
    '儿童乐园',
    '会所门口',
    '东侧消防通道',
    '快递柜旁',
  ],
  village: ['村口球场', '祠堂前', '老井边', '二横巷口', '村口牌坊', '榕树头', '西边停车场', '便民市场口'],
  mixed: ['商业街东口', '农贸市场东门', '公交站台', '人行天桥下', '后街', '小学门口', '骑楼底', '夜市路口'],
  works: [
    '厂区南门',
    '宿舍区路口',
    '物流通道',
    '工业一路口',
    '食堂后门',
    '园区球场',
    '货运停车场',
    '公交首末站',
  ],
}

const building: Record<BlockKind, (random: Random) => string> = {
  estate: random => `${random.integer(1, 18)}栋`,
  village: random => `${random.integer(1, 26)}巷${random.integer(1, 20)}号`,
  mixed: random => `${random.integer(1, 120)}号楼`,
  works: random => `宿舍${random.pick(['A', 'B', 'C', 'D', 'E'])}栋`,
}

/** What the places around a report in a block of this kind are called. */
export const spotNames = (kind: BlockKind, random: Random): SpotNames => ({
  here: building[kind](random),
  road: random.pick(publicPlaces[kind]),
})
