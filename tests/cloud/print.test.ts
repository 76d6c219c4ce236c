import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { plateService } from '../../contract/plate'
import { printService } from '../../contract/print'
import { codeIn } from '../../domain/plate/writtenCode'
import { inVersion } from '../../domain/version/versioned'
import { readCodeAt } from '../support/readCode'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet
const both = ['g-1', 'g-2']
beforeAll(async () => {
  street = await openStreet()
})

const print = async (
  areaIds: string[],
  perPage: number,
  format: 'pdf' | 'png',
): Promise<{ fileName: string; bytes: Buffer }[]> => {
  const { files } = await street.as('wang').ok(printService, 'plates', { areaIds, perPage, format })
  return Promise.all(
    files.map(async ({ url, fileName }) => ({
      fileName,
      bytes: Buffer.from(await (await fetch(url)).arrayBuffer()),
    })),
  )
}

it('prints no plate that is not ready, and says which', async () => {
  await street.as('wang').ok(plateService, 'issue', { areaIds: ['g-1'], token: tokens.next() })
  const error = await street
    .as('wang')
    .error('print.plates', { areaIds: both, perPage: 2, format: 'pdf' }, 'print')
  expect(error).toMatchObject({ code: 'wrongState', message: expect.stringContaining('第二网格') })
  await street.as('wang').ok(plateService, 'issue', { areaIds: both, token: tokens.next() })
})

/** Where plates lie on a sheet: how many, columns, rows. */
const sheets = [
  [1, 1, 1],
  [2, 1, 2],
  [3, 1, 3],
  [4, 2, 2],
  [5, 2, 3],
  [6, 2, 3],
  [7, 2, 4],
  [8, 2, 4],
] as const

it.each(sheets)('prints %d on a sheet, and a camera reads each code', async (perPage, columns, rows) => {
  const printed = await print(both, perPage, 'png')
  expect(printed).toHaveLength(perPage === 1 ? 2 : 1)
  for (const [n, areaId] of both.entries()) {
    const sheet = printed[Math.floor(n / perPage)] as { bytes: Buffer }
    const code = codeIn(await readCodeAt(sheet.bytes, n % perPage, columns, rows)) ?? ''
    expect(await street.as('stranger').ok(plateService, 'open', { code })).toMatchObject({
      state: 'current',
      card: { grid: { id: areaId } },
    })
  }
})

it('prints a PDF of A4 sheets, small enough to send', async () => {
  const [{ fileName, bytes } = { fileName: '', bytes: Buffer.alloc(0) }, ...others] = await print(
    both,
    1,
    'pdf',
  )
  expect(others).toEqual([])
  expect(fileName).toBe('公示牌-第一网格等2块.pdf')
  const document = await PDFDocument.load(bytes)
  expect(document.getPages().map(page => page.getSize())).toEqual([
    { width: 595.28, height: 841.89 },
    { width: 595.28, height: 841.89 },
  ])
  expect(bytes.length).toBeLessThan(300_000)
})

it('shows the portrait, and goes without one that cannot be read', async () => {
  const plain = await print(['g-1'], 1, 'png')
  const photo = await street.as('wang').upload('lamp.png')
  const [officer] = await street.find('officers', { of: 'o-chen' })
  await street.import('officers', [{ ...officer, photo }])
  const shown = await print(['g-1'], 1, 'png')
  expect(shown[0]?.bytes.equals(plain[0]?.bytes as Buffer)).toBe(false)
  await street.import('officers', [
    { ...officer, photo: await street.as('wang').upload('not-a-picture.jpg') },
  ])
  expect((await print(['g-1'], 1, 'png'))[0]?.bytes.equals(plain[0]?.bytes as Buffer)).toBe(true)
})

it('names the characters that the font does not have', async () => {
  const [area] = await street.find('areas', { of: 'g-2' })
  const other = await openStreet()
  await other.import('areas', [
    inVersion({ ...(area as never as { _id: string }), _id: 'g-2', name: '𪛖家村' } as never, 1),
  ])
  await other.as('wang').ok(plateService, 'issue', { areaIds: ['g-2'], token: tokens.next() })
  expect(
    await other.as('wang').ok(printService, 'plates', { areaIds: ['g-2'], perPage: 1, format: 'pdf' }),
  ).toMatchObject({ missing: '𪛖' })
})

it('prints for those who manage the plates of every area named', async () => {
  const input = { areaIds: both, perPage: 2, format: 'pdf' }
  for (const name of ['stranger', 'zhang', 'chen'] as const) {
    expect(await street.as(name).error('print.plates', input, 'print')).toMatchObject({ code: 'notFound' })
  }
  for (const [field, wrong] of [
    ['areaIds', { areaIds: [] }],
    ['perPage', { perPage: 9 }],
    ['format', { format: 'doc' }],
  ] as const) {
    expect(await street.as('wang').error('print.plates', { ...input, ...wrong }, 'print')).toMatchObject({
      code: 'invalid',
      field,
    })
  }
})

it('does not weigh on the function that answers everybody', () => {
  const api = readFileSync(join(__dirname, '../../dist/cloudfunctions/api/index.js'), 'utf8')
  expect(api).not.toMatch(/NotoSansSC|pdfium/)
})
