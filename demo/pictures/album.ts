import type { StoredPhoto } from '../../domain/request/request'
import type { Random } from '../random'
import { drawScene, type Scene } from './scenes'

/** Drawings of one scene that differ a little, so that not all lamps are the same lamp. */
const variants = 6

/** The picture files of the street, by path in storage. A drawing is made once and used for many requests. */
export class Album {
  readonly files = new Map<string, Buffer>()
  private readonly drawn = new Map<string, Buffer>()

  /** @param storage how file ids of this environment begin, e.g. `cloud://linge-demo` */
  constructor(
    private readonly random: Random,
    private readonly storage: string,
  ) {}

  /** Pictures as the phone uploaded them with a call. */
  uploads(token: string, count: number): StoredPhoto[] {
    return Array.from({ length: count }, (_, n) => ({
      id: `${token.slice(0, 12)}-${n}`,
      inbox: `${this.storage}/inbox/${token}/${n}.png`,
    }))
  }

  /** Keeps a checked copy with the request, as the cloud does; gives its file id. */
  keep(requestId: string, photo: StoredPhoto, scene: Scene, mended: boolean): string {
    const path = `requests/${requestId}/${photo.id}.png`
    const variant = parseInt(photo.id.slice(0, 4), 16) % variants
    const key = `${scene} ${variant} ${mended}`
    // The same variant draws the same place, before and after.
    const bytes = this.drawn.get(key) ?? drawScene(scene, mended, this.random.branch(`${scene} ${variant}`))
    this.drawn.set(key, bytes)
    this.files.set(path, bytes)
    return `${this.storage}/${path}`
  }
}
