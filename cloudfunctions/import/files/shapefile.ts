import { decodeText } from './decodeText'
import { openZip } from './openZip'
import { Unreadable } from './Unreadable'

/** One feature of a file of areas. */
export interface Feature {
  geometry?: unknown
  properties?: Record<string, unknown> | null
}

interface Layer {
  features: Feature[]
  /** Whether a `.prj` says that it was surveyed in WGS-84 or CGCS2000; what is projected comes out in degrees of these. */
  surveyed: boolean
}

/** Datums of before CGCS2000. From these it takes parameters that each city keeps to itself; without, all is off by tens of metres. */
const oldDatums = /Beijing[_ ]?(19)?54|Krasovsk|Xi'?an[_ ]?(19)?80|IAG[_ ]?(19)?75|New_Beijing/i

/**
 * The layer of a zipped Shapefile. Projected coordinates (CGCS2000 Gauss–Krüger and their kind) become degrees by the
 * `.prj` beside it; texts are read as the `.cpg` says, else as UTF-8 or GB18030. Throws `Unreadable`.
 */
export const readShapefile = async (bytes: Uint8Array): Promise<Layer> => {
  const files = [...(await openZip(bytes))].filter(([name]) => !/(^|\/)(__MACOSX|\.)/.test(name))
  const withEnding = (ending: string) => files.filter(([name]) => name.toLowerCase().endsWith(ending))
  const [first, second] = withEnding('.shp')
  if (!first) throw new Unreadable('压缩包里没有 .shp 文件。请把 .shp、.dbf、.shx、.prj 一起打包成 zip。')
  if (second) throw new Unreadable('压缩包里有好几个 .shp。请一次只放一个图层。')
  const beside = (ending: string) =>
    withEnding(ending).find(([name]) => name.slice(0, -4) === first[0].slice(0, -4))?.[1]
  const [dbf, prj, cpg] = [beside('.dbf'), beside('.prj'), beside('.cpg')]
  if (!dbf) throw new Unreadable('压缩包里没有和 .shp 同名的 .dbf，读不到名称和编码。请一起打包。')
  const projection =
    prj &&
    decodeText(prj)
      .replace(/^\ufeff/, '')
      .trim()
  if (projection && oldDatums.test(projection)) {
    throw new Unreadable(
      '坐标是北京54或西安80的，换算要当地的参数，不然会偏几十米。请先在 GIS 软件里转成 CGCS2000 或 WGS-84，再导入。',
    )
  }
  // The reader takes what it does not understand for degrees.
  if (projection && !/^(GEOGC|PROJC|GEODC)/i.test(projection)) {
    throw new Unreadable('看不懂 .prj 里的坐标系。请在 GIS 软件里转成 CGCS2000 或 WGS-84 的经纬度，再导入。')
  }
  const { combine, parseDbf, parseShp } = await import('shpjs')
  try {
    const shapes = parseShp(own(first[1]), projection || undefined)
    const records = parseDbf(own(dbf), encodingOf(dbf, cpg))
    if (shapes.length !== records.length) {
      throw new Unreadable(
        `.shp 有 ${shapes.length} 个图形，.dbf 有 ${records.length} 行，对不上。请重新导出。`,
      )
    }
    const { features } = combine([shapes, records]) as { features: Feature[] }
    return { features, surveyed: !!projection }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('Shapefile 读不出来，可能已经损坏。请重新导出后再传。')
  }
}

/** In a buffer of its own, as the reader expects. */
const own = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer

const encodingOf = (dbf: Uint8Array, cpg: Uint8Array | undefined): string => {
  const named = cpg && new TextDecoder().decode(cpg).trim()
  if (named) return /^(936|gbk|gb2312|cp936|ansi 936)$/i.test(named) ? 'gb18030' : named
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(dbf.subarray(new DataView(own(dbf)).getUint16(8, true)))
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}
