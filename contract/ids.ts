import * as z from './zod'

const id = () => z.string().check(z.regex(/^[a-z][a-z0-9-]{2,47}$/))

/** Opaque, stable ids: lower-case letters, digits and hyphens, 3–48 characters. Nobody reads meaning from them. */
export const areaId = id()
export const requestId = id()
export const topicId = id()
export const officerId = id()
export const placeId = id()

/** Made on the phone for one intended change: 128 random bits as 32 lower-case hex characters. */
export const token = z.string().check(z.regex(/^[0-9a-f]{32}$/))

/** Where a list goes on: the sort key of the last line that was shown. */
export const cursor = z.string().check(z.minLength(1), z.maxLength(80))

/** The version of a document that the screen showed. */
export const version = z.int().check(z.minimum(1))

/** An instant: integer milliseconds since 1970, UTC. */
export const instant = z.int().check(z.minimum(0))
