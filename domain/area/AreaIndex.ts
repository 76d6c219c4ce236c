import type { Point } from '../../contract/place'
import { Borders } from './Borders'
import { Cells } from './Cells'
import { headerWords, magic, type PackedNames } from './packAreas'
import { quantise, unitsPerDegree } from './polygonsOf'

export interface Located {
  id: string
  tree: string
  inside: boolean
  /** Distance to the nearest edge, metres; 0 inside. */
  metresOutside: number
}

/** Metres in one unit of latitude: a great circle of R = 6,378,100 m, as WeChat cloud's geo queries count. */
const metresPerUnit = (Math.PI * 6_378_100) / 180 / unitsPerDegree

/** Which area lies at a point, from the blob that `packAreas` made. The blob is used as it is: nothing is unpacked. */
export class AreaIndex {
  private constructor(
    private readonly cells: Cells,
    private readonly borders: Borders,
    private readonly names: PackedNames,
  ) {}

  /** Throws when the bytes are no such blob. */
  static from(bytes: Uint8Array): AreaIndex {
    // Numbers must lie on their boundaries: what does not begin on one is copied.
    const { buffer, byteOffset } = bytes.byteOffset % 4 ? new Uint8Array(bytes) : bytes
    const [mark, west = 0, south = 0, bits = 0, columns = 0, rows = 0, count = 0, nameBytes = 0] = [
      ...new Int32Array(buffer, byteOffset, headerWords),
    ]
    if (mark !== magic) throw new Error('These bytes are no index of areas.')
    const words = new Int32Array(buffer, byteOffset + headerWords * 4, count)
    const named = new Uint8Array(buffer, byteOffset + (headerWords + count) * 4, nameBytes)
    const names = JSON.parse(new TextDecoder().decode(named)) as PackedNames
    const packed = { west, south, bits, columns, rows, words }
    return new AreaIndex(new Cells(packed), new Borders(packed), names)
  }

  /**
   * For each tree the area at a point: of several that share the border it lies on, the one with the lowest id; when none
   * contains it, the nearest.
   */
  locate({ lng, lat }: Point): Located[] {
    const [x, y] = [quantise(lng), quantise(lat)]
    const homes = this.cells.at(x, y)
    const { ids, trees } = this.names
    const found: Located[] = []
    for (let tree = 0; tree < trees.length; tree++) {
      const area = homes[tree]
      if (area !== undefined) {
        found.push({ id: ids[area] as string, tree: trees[tree] as string, inside: true, metresOutside: 0 })
        continue
      }
      const near = this.nearest(tree, x, y, lat)
      if (near) found.push(near)
    }
    return found
  }

  private nearest(tree: number, x: number, y: number, lat: number): Located | undefined {
    // Flat is exact enough here: over the few kilometres of a street the error is far below a metre.
    const nearest = this.borders.nearest(tree, x, y, Math.cos((lat * Math.PI) / 180))
    if (!nearest) return undefined
    return {
      id: this.names.ids[nearest.area] as string,
      tree: this.names.trees[tree] as string,
      inside: false,
      metresOutside: Math.round(nearest.distance * metresPerUnit * 10) / 10,
    }
  }
}
