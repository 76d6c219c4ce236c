import { imageSize } from 'image-size'
import { randomOf } from '../random'
import { drawPortrait } from './portrait'

const portraits = Array.from({ length: 60 }, (_, n) => drawPortrait(randomOf(n, 'portrait')))

it('draws a small picture, the same for the same stream of chance', () => {
  for (const file of portraits) {
    expect(imageSize(file)).toMatchObject({ type: 'png', width: 144, height: 144 })
    expect(file.length).toBeLessThanOrEqual(4096)
  }
  expect(drawPortrait(randomOf(7, 'portrait')).equals(portraits[7]!)).toBe(true)
})

it('draws people who do not all look alike', () => {
  expect(new Set(portraits.map(file => file.toString('base64'))).size).toBeGreaterThan(50)
})
