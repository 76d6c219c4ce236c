import { columns } from '../../../domain/import/columns'
import { type Sheet, sheetOf } from '../../../domain/import/sheet'
import { dayKey } from '../../../domain/time/china'
import { decodeText } from './decodeText'
import { isZip } from './openZip'
import { type Feature, readShapefile } from './shapefile'
import { columnsMost } from './table'
import { Unreadable } from './Unreadable'

const featuresMost = 20_000

/** A file of areas, GeoJSON or zipped Shapefile, as rows with geometries. Throws `Unreadable`. */
export const readAreasFile = async (bytes: Uint8Array): Promise<Sheet> => {
  const { features, surveyed } = isZip(bytes)
    ? await readShapefile(bytes)
    : { features: readGeoJson(bytes), surveyed: false }
  if (features.length > featuresMost) {
    throw new Unreadable(`一次最多导入 ${featuresMost} 个区域。请按社区或街区分开导入。`)
  }
  // Features need not all have the same properties: together they are the columns.
  const headers = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))]
  if (headers.length > columnsMost) {
    throw new Unreadable(`区域的属性超过了 ${columnsMost} 种。请删掉用不着的字段再导入。`)
  }
  const sheet = sheetOf(
    headers,
    features.map(({ geometry, properties }, n) => ({
      row: n + 1,
      values: headers.map(header => valueText(properties?.[header])),
      geometry: geometry ?? null,
    })),
    columns.areas,
  )
  return { ...sheet, ...(surveyed && { surveyed }) }
}

const readGeoJson = (bytes: Uint8Array): Feature[] => {
  let parsed: unknown
  try {
    parsed = JSON.parse(decodeText(bytes).replace(/^\ufeff/, ''))
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(`不是完整的 GeoJSON（${(error as Error).message.slice(0, 60)}）。请重新导出后再传。`)
  }
  const { type, features } = (parsed ?? {}) as { type?: unknown; features?: unknown }
  if (type !== 'FeatureCollection' || !Array.isArray(features)) {
    throw new Unreadable('GeoJSON 要是一个 FeatureCollection，每个区域一个 Feature。请重新导出后再传。')
  }
  return features.map(feature => (feature ?? {}) as Feature)
}

const valueText = (value: unknown): string => {
  if (value === null || value === undefined || (typeof value === 'number' && Number.isNaN(value))) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dayKey(value.getTime())
  if (Array.isArray(value) && value.every(one => typeof one !== 'object'))
    return value.map(valueText).join('、')
  // What is nested is none of our columns.
  return typeof value === 'object' ? '…' : String(value as string | number | boolean)
}
