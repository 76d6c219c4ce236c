const digits = '一二三四五六七八九'

/**
 * The buildings that are named in some words, as `6栋` and `12巷8号`: how residents say it (6棟, 六号楼, 宿舍A座) does not
 * matter. Units, floors and doors are left out: nobody's home is told from it.
 */
export const buildingsIn = (words: string): string[] => {
  const plain = words
    .normalize('NFKC')
    .replace(/[棟幢座]/g, '栋')
    .replace(/号楼/g, '栋')
  const found = [
    ...plain.matchAll(/([A-Za-z]|\d{1,3}|[一二三四五六七八九十]{1,3})栋|(\d{1,3})巷(\d{1,3})号/g),
  ]
  return [
    ...new Set(
      found.map(([, name = '', lane, door]) =>
        lane ? `${lane}巷${door}号` : `${numberOf(name).toUpperCase()}栋`,
      ),
    ),
  ]
}

/** 十二 is 12; whatever is no Chinese number stays as it is. */
const numberOf = (name: string): string => {
  if (!/^[一二三四五六七八九十]+$/.test(name)) return name
  const [tens = '', ones = ''] = name.includes('十') ? name.split('十') : ['0', name]
  const digit = (one: string, otherwise: number) => (one ? digits.indexOf(one) + 1 : otherwise)
  return String((tens === '0' ? 0 : digit(tens, 1) * 10) + digit(ones, 0))
}
