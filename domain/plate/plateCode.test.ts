import fc from 'fast-check'
import { crockfordDigits } from '../id/crockford'
import { issuesMost, plateCode, plateIdOf, readPlateCode } from './plateCode'
import { codeIn, platePage, writtenCode } from './writtenCode'

const areaIds = fc.stringMatching(/^[a-z][a-z0-9-]{2,47}$/)
const issues = fc.integer({ min: 1, max: issuesMost })
const keys = fc.string({ minLength: 1, maxLength: 64 })
/** What WeChat takes in a scene: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html */
const sceneShape = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/

it('reads back what it wrote, fits a scene, and says nothing of the area', () => {
  fc.assert(
    fc.property(areaIds, issues, keys, (areaId, issue, key) => {
      const plateId = plateIdOf(areaId)
      const code = plateCode(plateId, issue, key)
      expect(code).toMatch(sceneShape)
      expect(readPlateCode(code, key)).toEqual({ plateId, issue })
    }),
  )
})

it('knows no code with a character changed, and none of another key', () => {
  const digit = fc.constantFrom(...crockfordDigits)
  fc.assert(
    fc.property(areaIds, issues, fc.nat(19), digit, (areaId, issue, at, other) => {
      const code = plateCode(plateIdOf(areaId), issue, 'key')
      fc.pre(code[at] !== other)
      expect(readPlateCode(code.slice(0, at) + other + code.slice(at + 1), 'key')).toBeUndefined()
      expect(readPlateCode(code, 'another key')).toBeUndefined()
    }),
  )
})

it('gives another code for every issue, and none beyond the last', () => {
  const all = Array.from({ length: issuesMost }, (_, n) => plateCode('00000000', n + 1, 'key'))
  expect(new Set(all).size).toBe(issuesMost)
  expect(() => plateCode('00000000', issuesMost + 1, 'key')).toThrow('no issue')
})

describe('what people scan and type', () => {
  const code = plateCode(plateIdOf('g-1'), 1, 'key')

  it.each([
    ['the scene itself', code],
    ['as it is printed', writtenCode(code)],
    ['with hyphens', writtenCode(code).replaceAll(' ', '-')],
    [
      'in full width',
      writtenCode(code).replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ],
    ['the path a page code gives', `${platePage}?scene=${code}`],
    ['an address in the browser', `http://127.0.0.1:7300/app/#/${platePage}?scene=${code}`],
    ['with letters for digits', code.replaceAll('0', 'O').replaceAll('1', 'l')],
  ])('finds the code: %s', (_, text) => expect(codeIn(text)).toBe(code))

  it.each([
    '',
    '第一网格',
    'https://example.org/',
    `${code}0`,
    code.slice(1),
    '?scene=%',
    `u${code.slice(1)}`,
  ])('finds none in %p', text => expect(codeIn(text)).toBeUndefined())
})
