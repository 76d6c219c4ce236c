const assert = require('node:assert')

// power-assert is Node's assert with more words. The files import it as a namespace and call it all the same.
module.exports = Object.assign((...given) => assert(...given), assert, { __esModule: true, default: assert })
