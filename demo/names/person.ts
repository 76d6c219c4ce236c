import type { Random } from '../random'

// Family names by rough frequency in the Pearl River Delta; given names are common characters. Nobody is meant.
const familyNames: readonly (readonly [string, number])[] = [
  ['陈', 11],
  ['李', 9],
  ['黄', 8],
  ['张', 7],
  ['林', 7],
  ['王', 7],
  ['刘', 6],
  ['吴', 5],
  ['梁', 4],
  ['杨', 4],
  ['罗', 3],
  ['何', 3],
  ['郑', 3],
  ['曾', 3],
  ['谢', 3],
  ['邓', 3],
  ['赖', 2],
  ['温', 2],
  ['叶', 2],
  ['钟', 2],
  ['彭', 2],
  ['廖', 2],
  ['许', 2],
  ['蔡', 2],
  ['苏', 2],
  ['欧阳', 1],
]

const womenNames =
  '桂兰 秀英 小燕 玉珍 丽华 美玲 雪梅 春花 海燕 晓敏 婷婷 思琪 佳怡 淑芬 凤仪 惠芳 艳红 月娥 燕玲 慧敏 冬梅 诗涵 雨欣 梦瑶 巧云 素贞 银娣 翠萍 静怡 文静 秋菊 少芬 嘉欣 晓彤 玉莲 丹丹'.split(
    ' ',
  )

const menNames =
  '建国 志强 伟明 国栋 海涛 文杰 俊杰 永康 德福 少华 家豪 子轩 浩然 振华 金水 水生 锦辉 炳坤 志远 晓东 立新 卫东 国强 宏伟 润生 天佑 嘉诚 梓豪 大勇 长青 阿强 耀辉 树根 启明 建军 宇航'.split(
    ' ',
  )

/** A full name made up at random. */
export const personName = (random: Random): string =>
  random.weighted(familyNames) + random.pick(random.chance(0.5) ? womenNames : menNames)
