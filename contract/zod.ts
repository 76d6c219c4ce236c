import * as z from 'zod/mini'

// The only door to zod. `jitless` must be set before any schema exists: zod otherwise probes `new Function`,
// which the mini program runtime forbids. https://zod.dev/packages/mini
z.config({ jitless: true })

export { z }
