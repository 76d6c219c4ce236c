import type { ImportRun } from '../contract/importRun'
import type { ImportKind } from '../contract/importTerms'
import { importService } from '../contract/import'
import { makeAreas } from '../demo/geography/areas'
import { personName } from '../demo/names/person'
import { randomOf } from '../demo/random'
import { wholeStreet } from '../demo/scale'
import type { Area } from '../domain/area/area'
import { writeTable } from '../cloudfunctions/import/writeTable'
import { policiesFrom } from '../domain/policy/policies'
import { areaCollection } from '../domain/import/areas/areaCollection'
import { inVersion } from '../domain/version/versioned'
import { uploadAs } from '../tests/cloud/importing'
import { openStreet, type OpenStreet } from '../tests/cloud/openStreet'
import { tokens } from '../tests/cloud/tokens'
import { type Figure, rounded } from './figure'

/** 建阳's net: 230 first-level, 964 second-level and 2,600 third-level grids, and 67 专属网格. */
const jianyang = { communities: 230, blocks: 964, grids: 2600, dedicated: 67 }
const officers = 3000

/** Seconds of both files together: 3,861 areas as GeoJSON, then 3,000 officers as XLSX, as a screen would bring them in. */
export const measureImport = async (say: (line: string) => void): Promise<Figure[]> => {
  const random = randomOf(3861)
  say('  drawing 3,861 areas …')
  const scale = {
    ...wholeStreet,
    ...jianyang,
    redGrids: 0,
    commandGrids: 1,
    dedicatedGrids: 1,
    size: 120_000_000,
  }
  const made = makeAreas(random.branch('areas'), scale)
  const street = await openStreet()
  const root: Area = { ...made.street, _id: 's-1', path: ['s-1'], name: '样例街道' }
  await street.import('areas', [inVersion(root, 1)])
  const grids = made.grids.map(({ area }) => area)
  const [one] = made.dedicatedGrids
  const dedicated = Array.from({ length: jianyang.dedicated }, (_, n) => ({
    ...(one as Area),
    _id: `d${n}`,
    name: `第${n + 1}学校`,
  }))
  const areas = [...made.communities, ...made.blocks, ...grids, ...dedicated]
  const coded = new Map(
    [root, ...areas].map((area, n) => [
      area === root ? made.street._id : area._id,
      area === root ? root : { ...area, code: `350784${String(n).padStart(9, '0')}` },
    ]),
  )
  const { areaKinds } = policiesFrom({}, new Map())
  const file = areaCollection(
    areas.flatMap(({ _id }) => coded.get(_id) ?? []),
    areaKinds,
    id => coded.get(id),
  )
  file.features.forEach(({ properties }) => delete properties['内部编号'])
  const people = Array.from({ length: officers }, (_, n) => ({
    name: personName(random),
    kind: n < grids.length ? '网格员' : '街区负责人',
    area: coded.get((n < grids.length ? grids[n] : made.blocks[n - grids.length])?._id ?? '')?.code ?? '',
    workPhone: `0599-0000${String(n).padStart(4, '0')}`,
    contact: '公开工作电话',
    days: '周一至周五',
    start: '8:30',
    end: '18:00',
    from: '2024-01-01',
    privatePhone: `100${String(n).padStart(8, '0')}`,
  }))
  const table = await writeTable({ kind: 'officers', format: 'xlsx', rows: people })
  const files = [
    ['areas', 'geojson', new TextEncoder().encode(JSON.stringify(file))],
    ['officers', 'xlsx', table],
  ] as const
  let [checking, applying] = [0, 0]
  for (const [kind, ending, bytes] of files) {
    const taken = await importFile(street, kind, ending, bytes, say)
    checking += taken.checking
    applying += taken.applying
  }
  const against = `${areas.length} areas and ${officers} officers`
  return [
    { name: 'import.dryrun', value: rounded(checking / 1000), unit: 's', against, bar: 20 },
    { name: 'import.apply', value: rounded(applying / 1000), unit: 's', against, bar: 20 },
  ]
}

const importFile = async (
  street: OpenStreet,
  kind: ImportKind,
  ending: string,
  bytes: Uint8Array,
  say: (line: string) => void,
) => {
  const liu = street.as('liu')
  const finish = async (run: ImportRun): Promise<ImportRun> => {
    let now = run
    while (now.moves.includes('advance')) {
      now = (await liu.ok(importService, 'advance', { id: run.id, token: tokens.next() })).run
      if (now.progress) say(`  ${kind}: ${now.progress.step} ${now.progress.done}/${now.progress.of}`)
    }
    return now
  }
  const file = await uploadAs(street, 'liu', ending, bytes)
  const started = performance.now()
  const input = {
    file,
    fileName: `${kind}.${ending}`,
    kind,
    missing: kind === 'areas' ? ('end' as const) : ('keep' as const),
    token: tokens.next(),
  }
  const ready = await finish((await liu.ok(importService, 'start', input)).run)
  const checked = performance.now()
  say(`  ${kind}: ${JSON.stringify(ready.totals ?? ready.message)}`)
  const begun = await liu.ok(importService, 'apply', {
    id: ready.id,
    version: ready.version,
    token: tokens.next(),
  })
  const done = await finish(begun.run)
  if (done.state !== 'applied') throw new Error(`The import of ${kind} ended ${done.state}: ${done.message}`)
  return { checking: checked - started, applying: performance.now() - checked }
}
