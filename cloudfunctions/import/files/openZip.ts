import { Unreadable } from './Unreadable'

interface Bounds {
  /** Files that are kept, by name; the others are counted and let go. */
  wanted?: (name: string) => boolean
  /** Bytes that may come out of an archive, all files together: an import of a whole district stays far below. */
  bytesMost?: number
  /** What is said of more. */
  tooBig?: string
}

const filesMost = 200
/** What is pushed in at once: at DEFLATE's best ratio, a thousandfold, not more than some megabytes come out of it. */
const pushed = 4096

/**
 * The files of a ZIP archive, by name, held to what really comes out and not to the sizes it claims. Throws `Unreadable`
 * for a broken archive and for one that swells beyond all measure.
 */
export const openZip = async (
  archive: Uint8Array,
  {
    wanted = () => true,
    bytesMost = 100 * 1024 * 1024,
    tooBig = '压缩包解开后太大了（超过 100 MB）。请检查文件，或按社区分开导入。',
  }: Bounds = {},
): Promise<Map<string, Uint8Array>> => {
  const { Unzip, UnzipInflate } = await import('fflate')
  const parts = new Map<string, Uint8Array[]>()
  let [bytes, files] = [0, 0]
  const unzip = new Unzip(file => {
    const chunks: Uint8Array[] = []
    const name = nameOf(file.name)
    const isWanted = wanted(name)
    if (isWanted) parts.set(name, chunks)
    if (++files > filesMost)
      throw new Unreadable(`压缩包里的文件太多了，最多 ${filesMost} 个。请只放要导入的文件。`)
    file.ondata = (error, chunk) => {
      if (error) throw error
      bytes += chunk.length
      if (bytes > bytesMost) throw new Unreadable(tooBig)
      if (isWanted) chunks.push(chunk)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < archive.length; at += pushed) {
      unzip.push(archive.subarray(at, at + pushed), at + pushed >= archive.length)
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('文件打不开，可能没有传完或已经损坏。请重新保存后再传。')
  }
  if (!files) throw new Unreadable('文件打不开，里面是空的。请重新保存后再传。')
  return new Map([...parts].map(([name, chunks]) => [name, joined(chunks)]))
}

/** Names that Chinese Windows wrote come as GB18030 bytes read as Latin-1. */
const nameOf = (name: string): string => {
  if (!/[\u0080-\u00ff]/.test(name) || /[^\u0000-\u00ff]/.test(name)) return name
  const bytes = Uint8Array.from(name, character => character.charCodeAt(0))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const joined = (chunks: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** Whether bytes begin as a ZIP archive does. */
export const isZip = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, 4)) === 'PK\u0003\u0004'
