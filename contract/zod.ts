import { config } from 'zod/mini'

// The only door to zod: `import * as z from './zod'`. `jitless` must be set before any schema exists: zod otherwise
// probes `new Function`, which the mini program runtime forbids. https://zod.dev/packages/mini
config({ jitless: true })

// @NOTE not `export { z }`: through a named namespace webpack keeps all of zod with its 60 languages (+450 KB).
export * from 'zod/mini'
