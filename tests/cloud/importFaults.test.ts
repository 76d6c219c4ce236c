import { importService } from '../../contract/import'
import type { FaultCode } from '../../domain/import/faults'
import { type AreaFile, areaFeatures, dryRun, square, wholeList } from './importing'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

// Files with one planted fault of each kind, made by code: the report has to name every one, and nothing may be applied.

let street: OpenStreet
beforeAll(async () => {
  street = await openStreet()
})

type Planted = readonly [code: FaultCode, row: number | undefined, column?: string]

const faultsOf = async (id: string) =>
  (await wholeList(street, id, 'faults', 'faults')).map(({ code, row, column, why, mend }) => {
    expect(why.length * mend.length).toBeGreaterThan(0)
    expect(why + mend).not.toMatch(/[{}]|undefined|NaN/)
    return { code, row, column }
  })

const refused = async (id: string) => {
  const { run } = await street.as('liu').ok(importService, 'read', { id })
  expect(run.totals?.errors).toBeGreaterThan(0)
  expect(run.moves).not.toContain('apply')
  const error = await street
    .as('liu')
    .error('import.apply', { id, version: run.version, token: tokens.next() })
  expect(error).toMatchObject({ code: 'wrongState', message: expect.stringContaining('错误') })
  const [pointer] = await street.find('pointers', {})
  expect(pointer).toMatchObject({ areas: 1, roster: 1, places: 1 })
}

/** Every planted fault is among those found, at its row and column. */
const finds = (found: Awaited<ReturnType<typeof faultsOf>>, planted: readonly Planted[]) => {
  const missing = planted.filter(
    ([code, row, column]) =>
      !found.some(
        one => one.code === code && one.row === row && (column === undefined || one.column === column),
      ),
  )
  expect(missing).toEqual([])
}

const grid = (code: string, more: Record<string, string | number> = {}, at = 0) => ({
  type: 'Feature' as const,
  geometry: {
    type: 'Polygon',
    coordinates: square(10 + at, 10.5 + at),
  } as AreaFile['features'][number]['geometry'],
  properties: { 编码: code, 名称: `新网格${code}`, 类型: '网格', 上级编码: 'b-1', ...more } as Record<
    string,
    string | number
  >,
})

const ring = (...points: [number, number][]) => points.map(([x, y]) => [114.05 + x * 0.001, 22.7 + y * 0.001])

/** The planted faults of a file of areas, each with the feature that has it. */
const areaFaults = (): (readonly [FaultCode, ReturnType<typeof grid>, column?: string])[] => {
  let n = 0
  const next = (more: Record<string, string | number> = {}, geometry?: unknown) => {
    const feature = grid(`C${++n}`, more, n)
    return geometry === undefined ? feature : { ...feature, geometry: geometry as typeof feature.geometry }
  }
  const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings })
  return [
    ['missingCell', next({ 名称: '' }), '名称'],
    ['missingCell', next({ 类型: '' }), '类型'],
    ['missingCell', next({ 编码: '' }), '编码'],
    ['missingCell', next({ 人口: 500 }), '人口统计日期'],
    ['tooLong', next({ 名称: '长'.repeat(41) }), '名称'],
    ['spoiltNumber', next({ 编码: '4.40309E+14' }), '编码'],
    ['unknownWord', next({ 类型: '网各' }), '类型'],
    ['unknownWord', next({ 用地性质: '住房' }), '用地性质'],
    ['unknownWord', next({ 管理类别: '四类' }), '管理类别'],
    ['wrongTree', next({ 网: '红色网格' }), '网'],
    ['missingParent', next({ 上级编码: 'b-9' }), '上级编码'],
    ['noParent', next({ 上级编码: '' }), '上级编码'],
    ['badNumber', next({ 人口: '约一千', 人口统计日期: '2026-01-01' }), '人口'],
    ['badDate', next({ 人口: 900, 人口统计日期: '2026-02-30' }), '人口统计日期'],
    ['futureDate', next({ 人口: 900, 人口统计日期: '2099-01-01' }), '人口统计日期'],
    ['populationHigh', next({ 人口: 1501, 人口统计日期: '2026-11-01' }), '人口'],
    ['populationLow', next({ 人口: 3, 人口统计日期: '2026-11-01' }), '人口'],
    ['stale', next({ 人口: 900, 人口统计日期: '2020-01-01' }), '人口'],
    ['badPhone', next({ 值班电话: '12-34' }), '值班电话'],
    ['badId', next({ 内部编号: '第一网格' }), '内部编号'],
    ['noOutline', next({}, null), '边界'],
    ['notPolygon', next({}, { type: 'LineString', coordinates: square(1, 2)[0] }), '边界'],
    ['needlessOutline', next({ 类型: '专属网格', 上级编码: 's-1' }), '边界'],
    [
      'badCoordinate',
      next(
        {},
        polygon([
          [114.05, 'x'],
          [1, 2],
          [3, 4],
        ]),
      ),
      '边界',
    ],
    ['ringShort', next({}, polygon(ring([0, 0], [1, 1], [0, 0]))), '边界'],
    ['ringOpen', next({}, polygon(ring([50, 0], [51, 0], [51, 1], [50, 1]))), '边界'],
    ['ringCrosses', next({}, polygon(ring([60, 0], [61, 1], [61, 0], [60, 1], [60, 0]))), '边界'],
    ['swapped', next({}, polygon(square(70, 71)[0]?.map(([lng, lat]) => [lat, lng]))), '边界'],
    [
      'abroad',
      next(
        {},
        polygon([
          [500000, 2500000],
          [500100, 2500000],
          [500100, 2500100],
          [500000, 2500000],
        ]),
      ),
      '边界',
    ],
    [
      'farAway',
      next(
        {},
        polygon([
          [116, 39],
          [116.01, 39],
          [116.01, 39.01],
          [116, 39],
        ]),
      ),
      '边界',
    ],
    ['noOfficer', next()],
  ]
}

it('reports every one of the faults planted in a file of areas, each at its place, and applies nothing', async () => {
  const planted = areaFaults()
  const features = planted.map(([, feature]) => feature)
  const extra = [
    grid('D1', {}, 200),
    grid('D1', {}, 201),
    grid('D2', { 名称: '同名' }, 203),
    grid('D3', { 名称: '同名' }, 204),
  ]
  const [above, below] = [grid('E1', { 上级编码: 'E2' }, 206), grid('E2', { 上级编码: 'E1' }, 207)]
  const [one, other] = [grid('F1', {}, 210), grid('F2', {}, 210.1)]
  // The second grid gives up half of its ground, and is there twice.
  const second = {
    ...grid('G1', { 内部编号: 'g-2', 名称: '第二网格' }),
    geometry: { type: 'Polygon', coordinates: square(1.5, 2) },
  }
  const again = { ...second, properties: { ...second.properties, 编码: 'G2' } }
  const all = [...features, ...extra, above, below, one, other, second, again]
  const file = { type: 'FeatureCollection', features: all }
  const at = features.length
  const run = await dryRun(street, 'areas', 'geojson', file)
  const found = await faultsOf(run.id)
  finds(found, [
    ...planted.map(([code, , column], n): Planted => [code, n + 1, column]),
    ['doubleCode', at + 2],
    ['doubleName', at + 4],
    ['parentCycle', at + 5, '上级编码'],
    ['overlap', undefined],
    ['gap', undefined],
    ['doubleId', at + 10],
    ['outside', undefined],
  ])
  await refused(run.id)
})

it('reports every one of the faults planted in a table of officers', async () => {
  const columns = [
    '人员编号',
    '岗位编号',
    '姓名',
    '岗位',
    '区域编码',
    '工作电话',
    '联系方式',
    '服务日',
    '上班时间',
    '下班时间',
    '任职开始',
    '任职结束',
    '个人手机',
    '所属单位',
    '星座',
  ]
  const usual: Record<string, string> = {
    岗位: '网格员',
    区域编码: 'g-1',
    服务日: '每天',
    上班时间: '8:00',
    下班时间: '18:00',
  }
  let n = 0
  const row = (more: Record<string, string> = {}) => ({
    ...usual,
    姓名: `新人${++n}`,
    个人手机: `139${String(n).padStart(8, '0')}`,
    ...more,
  })
  const planted: (readonly [FaultCode, Record<string, string>, column?: string])[] = [
    ['missingCell', row({ 姓名: '' }), '姓名'],
    ['missingCell', row({ 岗位: '' }), '岗位'],
    ['missingCell', row({ 区域编码: '' }), '区域编码'],
    ['unknownWord', row({ 岗位: '网格圆' }), '岗位'],
    ['unknownWord', row({ 联系方式: '公开手机' }), '联系方式'],
    ['unknownArea', row({ 区域编码: 'g-77' }), '区域编码'],
    ['badPhone', row({ 工作电话: '07550000' }), '工作电话'],
    ['badMobile', row({ 个人手机: '1380000' }), '个人手机'],
    ['badDays', row({ 服务日: '周一到周八' }), '服务日'],
    ['badTime', row({ 上班时间: '八点' }), '上班时间'],
    ['hoursReversed', row({ 上班时间: '18:00', 下班时间: '8:00' }), '下班时间'],
    ['badDate', row({ 任职开始: '去年' }), '任职开始'],
    ['termReversed', row({ 任职开始: '2026-03-01', 任职结束: '2026-02-01' }), '任职结束'],
    ['unknownOfficer', row({ 人员编号: 'o-nobody' }), '人员编号'],
    ['unknownPost', row({ 岗位编号: 'q-nothing' }), '岗位编号'],
    ['ambiguousOfficer', row({ 姓名: '周敏', 个人手机: '', 岗位: '楼长' }), '姓名'],
    ['noWorkPhone', row({ 联系方式: '公开工作电话' }), '工作电话'],
  ]
  const first = row()
  const rows = [
    ...planted.map(([, one]) => one),
    first,
    first,
    { ...first, 岗位: '楼长', 所属单位: '别处' },
    row({ 个人手机: first.个人手机 ?? '' }),
  ]
  const csv = [
    columns,
    ...rows.map(one => columns.map(column => (one as Record<string, string>)[column] ?? '')),
  ]
    .map(line => line.join(','))
    .join('\n')
  const run = await dryRun(street, 'officers', 'csv', csv)
  const found = await faultsOf(run.id)
  const at = planted.length + 1
  finds(found, [
    ...planted.map(([code, , column], k): Planted => [code, k + 2, column]),
    ['unknownColumn', undefined, '星座'],
    ['doublePost', at + 2],
    ['officerClash', at + 3, '所属单位'],
    ['sharedMobile', at + 4, '个人手机'],
  ])
  await refused(run.id)
})

it('reports every one of the faults planted in a table of buildings', async () => {
  const lines = [
    ['类型', '名称', '网格编码', '经度', '纬度', '地址', '地址'],
    ['楼洞', '一栋', 'g-1', '', '', '', ''],
    ['楼栋', '', 'g-1', '', '', '', ''],
    ['楼栋', '三栋', 'b-1', '', '', '', ''],
    ['楼栋', '四栋', 'g-8', '', '', '', ''],
    ['楼栋', '五栋', 'g-1', '114.052', '', '', ''],
    ['楼栋', '六栋', 'g-1', '22.7025', '114.052', '', ''],
    ['楼栋', '七栋', 'g-1', '114.0575', '22.7025', '', ''],
    ['楼栋', '八栋', 'g-1', '114.30', '22.7025', '', ''],
    ['楼栋', '九栋', 'g-1', '东边', '22.7025', '', ''],
    ['楼栋', '十栋', 'g-1', '', '', '', ''],
    ['楼栋', '十栋', 'g-1', '', '', '', ''],
  ]
  const run = await dryRun(street, 'places', 'csv', lines.map(line => line.join(',')).join('\n'))
  finds(await faultsOf(run.id), [
    ['doubleColumn', undefined, '地址'],
    ['unknownWord', 2, '类型'],
    ['missingCell', 3, '名称'],
    ['notHome', 4, '网格编码'],
    ['unknownArea', 5, '网格编码'],
    ['halfPoint', 6, '纬度'],
    ['swapped', 7, '经度'],
    ['otherGrid', 8, '经度'],
    ['outsideAll', 9, '经度'],
    ['badNumber', 10, '经度'],
    ['doublePlace', 12],
  ])
  await refused(run.id)
})

it('says what would hang in the air when areas end, and what lies in the wrong coordinate system', async () => {
  const file = await areaFeatures(street)
  const without = {
    ...file,
    features: file.features.filter(({ properties }) => properties['名称'] !== '甲一街区'),
  }
  const ended = await faultsOf((await dryRun(street, 'areas', 'geojson', without, { missing: 'end' })).id)
  expect(ended.filter(({ code, column }) => code === 'endedParent' && column === '上级编码')).toHaveLength(2)
  const grids = { ...file, features: file.features.filter(({ properties }) => properties['类型'] !== '网格') }
  const left = await faultsOf((await dryRun(street, 'areas', 'geojson', grids, { missing: 'end' })).id)
  finds(left, [
    ['endedWithPosts', undefined],
    ['endedWithPlaces', undefined],
  ])
  // GCJ-02 read as WGS-84: everything lies some hundred metres off, all the same way.
  const shifted = await faultsOf(
    (await dryRun(street, 'areas', 'geojson', file, { coordinates: 'wgs84' })).id,
  )
  finds(shifted, [['shifted', undefined]])
})

it('lets nobody lock everybody out', async () => {
  const csv = '姓名,岗位,区域编码\n陈志强,网格员,g-1\n'
  const found = await faultsOf((await dryRun(street, 'officers', 'csv', csv, { missing: 'end' })).id)
  finds(found, [['nobodyManages', undefined]])
})

it('keeps whoever manages one grid from touching what lies beyond it', async () => {
  const other = await openStreet()
  const [post] = await other.find('posts', { of: 'q-post-1' })
  await other.import('posts', [
    { ...post, _id: 'q-extra@1', of: 'q-extra', areaId: 'g-2', kind: 'streetDuty' },
  ])
  const run = await dryRun(other, 'areas', 'geojson', await areaFeatures(other), {}, 'zhou')
  expect(run.area.id).toBe('g-2')
  const { faults } = await other.as('zhou').ok(importService, 'read', { id: run.id })
  expect(faults.filter(({ code }) => code === 'notYours')).toHaveLength(4)
  // Nor does she see what those above import, or they hers.
  const theirs = await dryRun(other, 'areas', 'geojson', await areaFeatures(other))
  expect(await other.as('zhou').error('import.read', { id: theirs.id })).toMatchObject({ code: 'notFound' })
})
