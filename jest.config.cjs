// Packages that ship only as ES modules and are therefore compiled for jest like our own code.
const esmOnly = [
  'd3-delaunay',
  'flatbush',
  'flatqueue',
  'delaunator',
  'robust-predicates',
  'shpjs',
  'parsedbf',
  'but-unzip',
]

const shared = {
  rootDir: __dirname,
  transform: {
    '\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`, '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.linge/', '<rootDir>/localcloud/dist/'],
  moduleNameMapper: {
    // Functions meet the SDK in their bundle on the local cloud (project `cloud`), never inside jest.
    // Their `require` doors lead to builds for browsers, or nowhere.
    '^shpjs$': '<rootDir>/node_modules/shpjs/lib/index.js',
    '^but-unzip$': '<rootDir>/node_modules/but-unzip/index.node.min.mjs',
    '^wx-server-sdk$': '<rootDir>/tests/support/sdkStandIn.ts',
  },
}

/** The built product against one local cloud, started once per run. */
const onLocalCloud = {
  ...shared,
  globalSetup: '<rootDir>/tests/support/globalSetup.ts',
  globalTeardown: '<rootDir>/tests/support/globalTeardown.ts',
  setupFilesAfterEnv: ['<rootDir>/tests/support/patience.ts'],
}

module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testEnvironment: 'node',
      setupFilesAfterEnv: ['<rootDir>/tests/support/patience.ts'],
      testMatch: [
        '<rootDir>/{contract,domain,cloudfunctions,src,localcloud,demo,config,scripts,bench}/**/*.test.ts',
        '<rootDir>/tests/support/**/*.test.ts',
      ],
    },
    {
      ...shared,
      displayName: 'screens',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/src/**/*.test.tsx'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/screens.ts'],
      // `src/platform/<capability>/index.h5.ts`, as in the H5 build.
      moduleFileExtensions: ['h5.ts', 'h5.tsx', 'ts', 'tsx', 'js', 'jsx', 'mjs', 'cjs', 'json', 'node'],
      moduleNameMapper: {
        ...shared.moduleNameMapper,
        '^@tarojs/components$': '<rootDir>/tests/support/taroComponents.tsx',
        '^@tarojs/taro$': '<rootDir>/tests/support/taro.ts',
        '\\.s?css$': 'identity-obj-proxy',
        '\\.(png|jpe?g|svg)$': '<rootDir>/tests/support/imageFile.ts',
      },
    },
    {
      ...onLocalCloud,
      displayName: 'cloud',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/cloud/**/*.test.ts'],
    },
    {
      ...onLocalCloud,
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
    },
    {
      ...onLocalCloud,
      displayName: 'weapp',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/weapp/**/*.test.ts'],
    },
  ],
  // Two workers on the two cores this project is measured on: a third only takes time from the local cloud.
  maxWorkers: 2,
}
