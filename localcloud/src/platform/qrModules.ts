// A QR code in byte mode with error correction level M, versions 1 to 10 (up to 213 bytes).
// ISO/IEC 18004; tables from https://www.thonky.com/qr-code-tutorial/

/** Data codewords and error correction codewords per block, and the blocks, by version. */
const versions: { correction: number; blocks: number[] }[] = [
  { correction: 10, blocks: [16] },
  { correction: 16, blocks: [28] },
  { correction: 26, blocks: [44] },
  { correction: 18, blocks: [32, 32] },
  { correction: 24, blocks: [43, 43] },
  { correction: 16, blocks: [27, 27, 27, 27] },
  { correction: 18, blocks: [31, 31, 31, 31] },
  { correction: 22, blocks: [38, 38, 39, 39] },
  { correction: 22, blocks: [36, 36, 36, 37, 37] },
  { correction: 26, blocks: [43, 43, 43, 43, 44] },
]

/** Centres of the small squares, by version. */
const alignment = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
]

// Arithmetic in GF(256) with the polynomial x^8 + x^4 + x^3 + x^2 + 1.
const powers: number[] = []
const logs: number[] = []
for (let n = 0, value = 1; n < 255; n++) {
  powers[n] = value
  logs[value] = n
  value = value & 0x80 ? (value << 1) ^ 0x11d : value << 1
}
const multiply = (a: number, b: number): number =>
  a && b ? (powers[((logs[a] as number) + (logs[b] as number)) % 255] as number) : 0

/** The dark modules of a QR code, row by row. @throws when the text is too long */
export const qrModules = (text: string): boolean[][] => {
  const bytes = Buffer.from(text)
  const version = versions.findIndex(
    ({ blocks }, n) => total(blocks) * 8 >= 4 + (n < 9 ? 8 : 16) + bytes.length * 8,
  )
  const layout = versions[version]
  if (!layout) throw new Error(`a QR code here holds up to 213 bytes, not ${bytes.length}`)
  const codewords = interleaved(dataCodewords(bytes, total(layout.blocks), version), layout)
  let best: { modules: boolean[][]; penalty: number } | undefined
  for (let mask = 0; mask < 8; mask++) {
    const modules = drawn(version, codewords, mask)
    const penalty = penaltyOf(modules)
    if (!best || penalty < best.penalty) best = { modules, penalty }
  }
  return best?.modules ?? []
}

const total = (numbers: number[]): number => numbers.reduce((sum, n) => sum + n, 0)

const dataCodewords = (bytes: Buffer, size: number, version: number): number[] => {
  let bits = '0100' + bytes.length.toString(2).padStart(version < 9 ? 8 : 16, '0')
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  bits += '0'.repeat(Math.min(4, size * 8 - bits.length))
  bits += '0'.repeat((8 - (bits.length % 8)) % 8)
  const data = (bits.match(/.{8}/g) ?? []).map(byte => parseInt(byte, 2))
  for (let n = 0; data.length < size; n++) data.push(n % 2 ? 0x11 : 0xec)
  return data
}

const interleaved = (
  data: number[],
  { correction, blocks }: { correction: number; blocks: number[] },
): number[] => {
  let at = 0
  const parts = blocks.map(size => data.slice(at, (at += size)))
  const checks = parts.map(part => remainder(part, correction))
  const column = (lists: number[][]) =>
    Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, n) =>
      lists.flatMap(list => list[n] ?? []),
    ).flat()
  return [...column(parts), ...column(checks)]
}

/** The error correction codewords: the rest of a division of polynomials. */
const remainder = (data: number[], degree: number): number[] => {
  let generator = [1]
  for (let n = 0; n < degree; n++) {
    const next = [...generator, 0]
    generator.forEach(
      (value, i) => (next[i + 1] = (next[i + 1] as number) ^ multiply(value, powers[n] as number)),
    )
    generator = next
  }
  const rest = [...data, ...new Array<number>(degree).fill(0)]
  for (let i = 0; i < data.length; i++) {
    const factor = rest[i] as number
    generator.forEach((value, n) => (rest[i + n] = (rest[i + n] as number) ^ multiply(value, factor)))
  }
  return rest.slice(data.length)
}

const masks: ((y: number, x: number) => boolean)[] = [
  (y, x) => (y + x) % 2 === 0,
  y => y % 2 === 0,
  (_, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
]

const drawn = (version: number, codewords: number[], mask: number): boolean[][] => {
  const size = 21 + 4 * version
  const modules: (boolean | undefined)[][] = Array.from(
    { length: size },
    () => new Array<boolean | undefined>(size),
  )
  const set = (y: number, x: number, dark: boolean) => {
    const row = modules[y]
    if (row && x >= 0 && x < size) row[x] = dark
  }
  for (const [top, left] of [
    [0, 0],
    [0, size - 7],
    [size - 7, 0],
  ] as const)
    for (let y = -1; y < 8; y++)
      for (let x = -1; x < 8; x++)
        set(
          top + y,
          left + x,
          [0, 6].includes(y)
            ? x >= 0 && x < 7
            : [0, 6].includes(x)
              ? y >= 0 && y < 7
              : y > 1 && y < 5 && x > 1 && x < 5,
        )
  const centres = alignment[version] as number[]
  const last = centres.at(-1)
  for (const cy of centres)
    for (const cx of centres)
      if (!((cy === 6 && (cx === 6 || cx === last)) || (cx === 6 && cy === last)))
        for (let y = -2; y < 3; y++)
          for (let x = -2; x < 3; x++) set(cy + y, cx + x, Math.max(Math.abs(y), Math.abs(x)) !== 1)
  for (let n = 8; n < size - 8; n++) {
    set(6, n, n % 2 === 0)
    set(n, 6, n % 2 === 0)
  }
  // Format: level M (00) and the mask, with its BCH code.
  const format = ((mask << 10) | bch(mask, 0x537, 10)) ^ 0x5412
  for (let n = 0; n < 15; n++) {
    const dark = ((format >> n) & 1) === 1
    set(n < 6 ? n : n < 8 ? n + 1 : size - 15 + n, 8, dark)
    set(8, n < 8 ? size - 1 - n : n < 9 ? 7 : 14 - n, dark)
  }
  set(size - 8, 8, true)
  if (version >= 6) {
    const bits = ((version + 1) << 12) | bch(version + 1, 0x1f25, 12)
    for (let n = 0; n < 18; n++) {
      const dark = ((bits >> n) & 1) === 1
      set(Math.floor(n / 3), size - 11 + (n % 3), dark)
      set(size - 11 + (n % 3), Math.floor(n / 3), dark)
    }
  }
  let bit = 0
  const covers = masks[mask] as (y: number, x: number) => boolean
  let upwards = true
  for (let right = size - 1; right > 0; right -= 2) {
    // The column of the timing line is left out.
    if (right === 6) right--
    for (let n = 0; n < size; n++) {
      const row = upwards ? size - 1 - n : n
      for (const x of [right, right - 1]) {
        const line = modules[row] as (boolean | undefined)[]
        if (line[x] !== undefined) continue
        const word = codewords[bit >> 3] ?? 0
        line[x] = (((word >> (7 - (bit & 7))) & 1) === 1) !== covers(row, x)
        bit++
      }
    }
    upwards = !upwards
  }
  return modules as boolean[][]
}

const bch = (value: number, generator: number, bits: number): number => {
  let rest = value << bits
  for (let n = 31; n >= bits; n--) if ((rest >>> n) & 1) rest ^= generator << (n - bits)
  return rest
}

/** How hard a code is to read: long runs, blocks, false finders, too much of one colour. */
const penaltyOf = (modules: boolean[][]): number => {
  const size = modules.length
  const at = (y: number, x: number) => modules[y]?.[x] ?? false
  let penalty = 0
  let dark = 0
  for (let a = 0; a < size; a++) {
    for (const line of [(n: number) => at(a, n), (n: number) => at(n, a)]) {
      let run = 1
      for (let n = 1; n <= size; n++) {
        if (n < size && line(n) === line(n - 1)) run++
        else {
          if (run >= 5) penalty += run - 2
          run = 1
        }
      }
      const text = Array.from({ length: size }, (_, n) => (line(n) ? '1' : '0')).join('')
      penalty +=
        40 * ((text.match(/(?=10111010000)/g) ?? []).length + (text.match(/(?=00001011101)/g) ?? []).length)
    }
    for (let b = 0; b < size; b++) {
      if (at(a, b)) dark++
      if (a && b && [at(a - 1, b), at(a, b - 1), at(a - 1, b - 1)].every(value => value === at(a, b)))
        penalty += 3
    }
  }
  return penalty + 10 * Math.floor(Math.abs((dark * 20) / (size * size) - 10))
}
