// The table "Rooms" of the design: what each folder may import. `npm run check` runs it.
const test = '\\.test\\.tsx?$'

/** Small pure libraries domain/ may use: no I/O, no clock, no global state. */
const pure = [
  '@noble/hashes',
  'chinese-days',
  'dayjs',
  'flatbush',
  'gcoord',
  'pinyin-pro',
  'polygon-clipping',
]

/** What writes PDF and pictures of it: for `print`, a function of its own, and for no other. */
const printing = ['@cantoo/pdf-lib', '@hyzyla/pdfium', 'fontkit', 'pngjs']

/** A room (not its tests) that reaches only what is listed; every path is a regular expression. */
const room = (name, allowed, comment, { node = false } = {}) => ({
  name: `${name}-imports`,
  comment,
  severity: 'error',
  from: { path: `^${name}/`, pathNot: test },
  to: {
    couldNotResolve: false,
    pathNot: [`^${name}/`, ...allowed],
    ...(node ? { dependencyTypesNot: ['core'] } : {}),
  },
})
const npm = (...names) => names.map(name => `^node_modules/${name}/`)
const anyPackage = '^node_modules/'

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Data flows one way; a circle means two files are one, or a helper has the wrong home.',
      severity: 'error',
      from: { pathNot: '(^|/)node_modules/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared',
      comment: 'A package that is imported is declared; another package may drop it any day.',
      severity: 'error',
      from: { path: '^(contract|domain|cloudfunctions|src|localcloud|demo)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    room('contract', npm('zod'), 'contract/ is what phone and cloud agree on; it knows nobody.'),
    {
      name: 'one-door-to-zod',
      comment: 'Only contract/zod.ts imports zod, after it has switched off `new Function`.',
      severity: 'error',
      from: { pathNot: ['^contract/zod\\.ts$', 'node_modules/'] },
      to: { path: npm('zod') },
    },
    room('domain', ['^contract/', ...npm(...pure)], 'domain/ is pure rules: no I/O, no clock, no SDK.'),
    room(
      'cloudfunctions',
      [
        '^contract/',
        '^domain/',
        ...npm(
          'wx-server-sdk',
          ...pure,
          ...printing,
          'fflate',
          'papaparse',
          'read-excel-file',
          'shpjs',
          'write-excel-file',
        ),
      ],
      'Functions are thin: who, may they, load, decide, save, tell.',
      { node: true },
    ),
    {
      name: 'printing-is-for-print',
      comment: 'Fonts and PDF would double what every call loads.',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/print/' },
      to: { path: npm(...printing) },
    },
    room(
      'src',
      ['^contract/', '^domain/', anyPackage],
      'The phone meets the cloud through the contract only.',
    ),
    {
      name: 'src-no-sdk',
      comment: 'The server SDK has no place on a phone.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { path: npm('wx-server-sdk') },
    },
    room(
      'localcloud',
      [anyPackage],
      'localcloud/ is for every WeChat cloud project: no word of this product.',
      {
        node: true,
      },
    ),
    room(
      'demo',
      ['^contract/', '^domain/', ...npm('d3-delaunay', 'pure-rand', ...pure)],
      'The demo street replays decisions of the domain.',
      { node: true },
    ),
    {
      name: 'bench-is-not-imported',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { path: '^bench/' },
    },
    {
      name: 'tests-are-not-imported',
      comment: 'Only tests, benchmarks and scripts use what tests/ holds.',
      severity: 'error',
      from: { path: '^(contract|domain|cloudfunctions|src|localcloud|demo|config|tools)/', pathNot: test },
      to: { path: ['^tests/', test] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.weapp.tsx', '.weapp.ts', '.tsx', '.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
}
