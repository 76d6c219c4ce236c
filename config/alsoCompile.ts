import { resolve, sep } from 'node:path'

const root = resolve(__dirname, '..')
const rooms = ['contract', 'domain', 'config/aria'].map(room => resolve(root, room) + sep)
const packages = /node_modules[\\/](zod|dayjs|@noble[\\/]hashes)[\\/]/

/**
 * What Taro has to lower to old phones' JavaScript beside `src/`: the rooms both ends share, the half of our plugin that runs there, and packages
 * published in modern syntax. A function, since Taro ignores regular expressions here.
 */
export const alsoCompile = [
  (file: string) => rooms.some(room => file.startsWith(room)) || packages.test(file),
]
