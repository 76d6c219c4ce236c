const { dirname, join } = require('node:path')

// How the vendor's own test files run here. They stand in the folder VENDOR_TESTS, outside of any project, and import
// the sources of the SDK beside them: here they get the SDK as it is published, and the address of the local cloud.

const packageFolder = name => dirname(require.resolve(`${name}/package.json`))
const sdk = packageFolder('@cloudbase/node-sdk')
const database = packageFolder('@cloudbase/database')

module.exports = {
  rootDir: process.env.VENDOR_TESTS,
  testMatch: ['**/database/**/*.test.ts'],
  testEnvironment: 'node',
  // As the vendor has it: the files were written for a cloud far away.
  testTimeout: 60_000,
  transform: {
    '\\.ts$': [
      require.resolve('@swc/jest'),
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  modulePaths: [dirname(dirname(sdk))],
  setupFilesAfterEnv: [join(__dirname, 'describeLoosely.cjs')],
  moduleNameMapper: {
    '^(\\.\\./)+(src|lib)/index$': sdk,
    '^(\\.\\./)+(src|lib)/(const|utils)/(.+)$': `${sdk}/dist/$3/$4`,
    '^@cloudbase/database/src/(.+)$': `${database}/dist/commonjs/$1`,
    '(^|/)config\\.local$': join(__dirname, 'config.cjs'),
    '^power-assert$': join(__dirname, 'powerAssert.cjs'),
  },
}
