import { inflateSync } from 'node:zlib'
import { randomOf } from '../random'
import { height, width } from './canvas'
import { png } from './png'
import { drawScene } from './scenes'

/** The chunks of a PNG file by type. */
const chunksOf = (file: Buffer) => {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at)
    chunks.set(file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return chunks
}

it('writes what it was given', () => {
  const chunks = chunksOf(
    png(3, 2, Uint8Array.from([0, 1, 0, 1, 0, 1]), [
      [0, 0, 0],
      [255, 0, 0],
    ]),
  )
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND'])
  expect([...(chunks.get('PLTE') ?? [])]).toEqual([0, 0, 0, 255, 0, 0])
  expect([...inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))]).toEqual([0, 0, 1, 0, 0, 1, 0, 1])
})

it('closes an empty file with the check sum every PNG ends in', () => {
  expect(
    png(1, 1, Uint8Array.from([0]), [[0, 0, 0]])
      .subarray(-8)
      .toString('hex'),
  ).toBe('49454e44ae426082')
})

it('draws trouble and its mending differently, small enough to keep by the hundred', () => {
  const before = drawScene('lamp', false, randomOf(1))
  const after = drawScene('lamp', true, randomOf(1))
  expect(before.equals(after)).toBe(false)
  for (const file of [before, after]) {
    const header = chunksOf(file).get('IHDR')
    expect([header?.readUInt32BE(0), header?.readUInt32BE(4)]).toEqual([width, height])
    expect(file.length).toBeLessThan(4_000)
  }
})
