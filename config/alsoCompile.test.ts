import { join, resolve } from 'node:path'
import { alsoCompile } from './alsoCompile'

const root = resolve(__dirname, '..')
const [compiles] = alsoCompile
if (!compiles) throw new Error('nothing is compiled beside src')

test.each(['contract/request.ts', 'domain/time/china.ts', 'node_modules/zod/v4/mini/schemas.js'])(
  'old phones can read %s',
  file => expect(compiles(join(root, file))).toBe(true),
)

test.each([
  'node_modules/react/index.js',
  'cloudfunctions/entries/api.ts',
  'contracts/other.ts',
  'node_modules/zodiac/index.js',
])('%s is left as it is', file => expect(compiles(join(root, file))).toBe(false))
