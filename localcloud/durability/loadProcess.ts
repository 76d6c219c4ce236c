import { writeSync } from 'node:fs'
import { Engine } from '../src/engine/engine'
import { collection, doIt, operationAt } from './mixedLoad'

// node loadProcess.js <database file> <seed> <first operation>: writes until it is killed, and says each operation that
// the engine has acknowledged.

const [file = '', seed = '', first = ''] = process.argv.slice(2)
const engine = new Engine(file)
if (!engine.names().length) engine.createCollection(collection)
for (let n = Number(first); ; n++) {
  doIt(engine, operationAt(Number(seed), n))
  writeSync(1, `${n}\n`)
}
