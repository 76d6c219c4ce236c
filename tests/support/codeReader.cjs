// A worker for readCode: jest's own realm runs jsQR ten times slower, and holds up everything else meanwhile.
const { parentPort, workerData } = require('node:worker_threads')
const jsQR = require('jsqr')
const { PNG } = require('pngjs')

const { png, part, columns, rows } = workerData
const whole = PNG.sync.read(Buffer.from(png))
const [width, height] = [Math.floor(whole.width / columns), Math.floor(whole.height / rows)]
const cut = new PNG({ width, height })
PNG.bitblt(whole, cut, (part % columns) * width, Math.floor(part / columns) * height, width, height, 0, 0)
const found = jsQR(new Uint8ClampedArray(cut.data), width, height, { inversionAttempts: 'dontInvert' })
parentPort.postMessage(found ? found.data : null)
