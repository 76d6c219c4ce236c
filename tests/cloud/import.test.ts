import { areaService } from '../../contract/area'
import { middleOf } from './exampleStreet'
import { applied, areaFeatures, dryRun, exported, wholeList } from './importing'
import { openStreet, type OpenStreet } from './openStreet'

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
})

describe('what is exported and imported again', () => {
  it.each([
    ['areas', 'geojson'],
    ['officers', 'xlsx'],
    ['officers', 'csv'],
    ['places', 'xlsx'],
    ['places', 'csv'],
  ] as const)('changes nothing: %s as %s', async (kind, format) => {
    const run = await dryRun(street, kind, format, await exported(street, { kind, format }), {
      missing: 'end',
    })
    expect(await wholeList(street, run.id, 'changed', 'rows')).toEqual([])
    expect(run).toMatchObject({ state: 'ready', totals: { added: 0, changed: 0, ended: 0, errors: 0 } })
    expect(run.totals?.unchanged).toBeGreaterThan(2)
    expect(run.moves).toEqual(['recheck'])
  })
})

describe('a new outline', () => {
  it('is in force after it was applied, and gone after it was undone', async () => {
    const file = await areaFeatures(street)
    const grid = file.features.find(({ properties }) => properties['名称'] === '第一网格')
    if (grid) grid.properties['名称'] = '新第一网格'
    const run = await dryRun(street, 'areas', 'geojson', file)
    expect(run).toMatchObject({ state: 'ready', totals: { changed: 1, errors: 0 } })
    expect(await wholeList(street, run.id, 'changed', 'rows')).toMatchObject([
      { name: '新第一网格', fields: [{ column: '名称', from: '第一网格', to: '新第一网格' }] },
    ])
    const after = await applied(street, run)
    expect(after).toMatchObject({ state: 'applied', moves: ['undo'] })
    expect(await street.as('stranger').ok(areaService, 'locate', { point: middleOf(1) })).toMatchObject({
      grid: { name: '新第一网格' },
    })
  })
})
