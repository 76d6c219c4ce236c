declare module 'shpjs' {
  /** GeoJSON geometries, in degrees when `prj` says how they are projected. */
  export const parseShp: (shp: ArrayBuffer, prj?: string) => unknown[]
  /** One record of the table for each geometry. */
  export const parseDbf: (dbf: ArrayBuffer, encoding?: string) => Record<string, unknown>[]
  export const combine: (parts: [shapes: unknown[], records: Record<string, unknown>[]]) => object
}
