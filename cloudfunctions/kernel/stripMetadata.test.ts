import { imageSize } from 'image-size'
import { stripMetadata } from './stripMetadata'

/** A 1×1 JPEG without metadata. */
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==',
  'base64',
)
const place = 'GPS 22.7N 114.0E'

const segment = (marker: number, body: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

const exif = (orientation: number, little: boolean) => {
  const tiff = Buffer.alloc(30)
  tiff.write(little ? 'II' : 'MM', 0)
  const u16 = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const u32 = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  u16(42, 2)
  u32(8, 4)
  u16(1, 8)
  u16(0x0112, 10)
  u16(3, 12)
  u32(1, 14)
  u16(orientation, 18)
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(place)]))
}

const withSegments = (...segments: Buffer[]) =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)])

describe('JPEG', () => {
  it('loses place, comments and XMP, and stays the same picture', () => {
    const photo = withSegments(
      exif(1, false),
      segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0' + place)),
      segment(0xfe, Buffer.from(place)),
    )
    const stripped = stripMetadata(photo)
    expect(stripped.includes(place)).toBe(false)
    expect(stripped.equals(jpeg)).toBe(true)
  })

  it.each([true, false])('keeps which way up it is (little-endian: %s)', little => {
    const stripped = stripMetadata(withSegments(exif(6, little)))
    expect(stripped.includes(place)).toBe(false)
    expect(imageSize(stripped).orientation).toBe(6)
  })

  it('keeps the colour marker that decoders need', () => {
    const adobe = segment(0xee, Buffer.from('Adobe\0d\0\0\0\0\x01', 'latin1'))
    expect(stripMetadata(withSegments(adobe)).includes(adobe)).toBe(true)
  })
})

describe('PNG', () => {
  const chunk = (name: string, body: Buffer) => {
    const size = Buffer.alloc(4)
    size.writeUInt32BE(body.length)
    return Buffer.concat([size, Buffer.from(name), body, Buffer.alloc(4)])
  }
  it('loses text, EXIF and time', () => {
    const head = Buffer.from('89504e470d0a1a0a', 'hex')
    const picture = [
      chunk('IHDR', Buffer.alloc(13)),
      chunk('IDAT', Buffer.from([1])),
      chunk('IEND', Buffer.alloc(0)),
    ]
    const metadata = ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME'].map(name => chunk(name, Buffer.from(place)))
    expect(stripMetadata(Buffer.concat([head, picture[0]!, ...metadata, ...picture.slice(1)]))).toEqual(
      Buffer.concat([head, ...picture]),
    )
  })
})

describe('WebP', () => {
  const chunk = (name: string, body: Buffer) => {
    const size = Buffer.alloc(4)
    size.writeUInt32LE(body.length)
    return Buffer.concat([Buffer.from(name), size, body, Buffer.alloc(body.length % 2)])
  }
  const file = (...chunks: Buffer[]) => {
    const body = Buffer.concat([Buffer.from('WEBP'), ...chunks])
    const size = Buffer.alloc(4)
    size.writeUInt32LE(body.length)
    return Buffer.concat([Buffer.from('RIFF'), size, body])
  }
  it('loses EXIF and XMP with their flags, and says its new size', () => {
    const flags = (bits: number) => chunk('VP8X', Buffer.from([bits, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
    const pixels = chunk('VP8 ', Buffer.from([1, 2, 3]))
    const photo = file(
      flags(0b00011100),
      pixels,
      chunk('EXIF', Buffer.from(place)),
      chunk('XMP ', Buffer.from(place)),
    )
    expect(stripMetadata(photo)).toEqual(file(flags(0b00010000), pixels))
  })
})

it('leaves other bytes alone', () => {
  const text = Buffer.from('not a picture at all')
  expect(stripMetadata(text)).toBe(text)
})
