const two = (value: number) => String(value).padStart(2, '0')

/** A time in China, to the second: `07-25 14:03:09`. */
export const time = (ms: number): string => {
  const china = new Date(ms + 8 * 60 * 60 * 1000)
  const day = `${two(china.getUTCMonth() + 1)}-${two(china.getUTCDate())}`
  return `${day} ${two(china.getUTCHours())}:${two(china.getUTCMinutes())}:${two(china.getUTCSeconds())}`
}

/** How long something took. */
export const duration = (ms: number): string =>
  ms >= 1000 ? `${(ms / 1000).toFixed(1)} 秒` : `${ms.toFixed(ms < 10 ? 1 : 0)} 毫秒`

/** How large something is. */
export const size = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${(bytes / 1024 / 1024).toFixed(1)} MB`
    : bytes >= 1024
      ? `${(bytes / 1024).toFixed(1)} KB`
      : `${bytes} B`

/** JSON as people read it: one of the SDK's texts, or a value. */
export const readable = (value: unknown): string =>
  JSON.stringify(typeof value === 'string' ? parsed(value) : value, null, 2)

const parsed = (text: string): unknown => {
  try {
    return plain(JSON.parse(text))
  } catch {
    return text
  }
}

/** Extended JSON with its wrapped numbers and dates unwrapped. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const [[name, inner] = [], ...others] = Object.entries(value)
  if (name !== undefined && !others.length) {
    if (/^\$number(Int|Long|Double)$/.test(name)) return Number(inner)
    if (name === '$date') return new Date(Number(plain(inner))).toISOString()
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]))
}
