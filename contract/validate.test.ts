import { requestService } from './request'
import { validate } from './validate'

const input = requestService.actions.submit.input
const good = { text: '三单元楼道灯不亮', place: {}, photos: [], token: '0'.repeat(32) }

it.each<[string, unknown, string, RegExp]>([
  ['nothing at all', {}, 'text', /请先说说是什么事/],
  ['too few words', { ...good, text: '灯' }, 'text', /至少 5 个字/],
  ['too many words', { ...good, text: '灯'.repeat(1001) }, 'text', /1000 个字以内/],
  ['a place abroad', { ...good, place: { point: { lng: 2.35, lat: 48.85 } } }, 'place.point.lng', /不在国内/],
  ['an address too long', { ...good, place: { address: '长'.repeat(101) } }, 'place.address', /100 个字以内/],
  [
    'ten photos',
    { ...good, photos: Array.from({ length: 10 }, (_, n) => `cloud://e/inbox/${'0'.repeat(32)}/${n}.jpg`) },
    'photos',
    /最多 9 张/,
  ],
  ['a file from elsewhere', { ...good, photos: ['cloud://e/requests/r1/1.jpg'] }, 'photos.0', /照片没有传好/],
  ['no token', { ...good, token: undefined }, 'token', /./],
  ['a field too many', { ...good, tier: 'A' }, 'tier', /./],
  ['a tile that does not exist', { ...good, tile: 'fire' }, 'tile', /哪类事/],
  ['not an object', null, '', /./],
])('refuses %s, naming the field and what to do', (_what, value, field, message) => {
  expect(validate(input, value)).toEqual({ ok: false, field, message: expect.stringMatching(message) })
})

it('trims the sentence and lets the rest through as it is', () => {
  expect(validate(input, { ...good, text: `  ${good.text}\n` })).toEqual({ ok: true, data: good })
})
