import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const sdk = 'wx-server-sdk'

/**
 * A folder for `NODE_PATH` that holds `wx-server-sdk` and nothing else: functions that have not installed it (the
 * service does that for them in the cloud) find it there, and no other package of the project by accident. The SDK is
 * looked for in `places`; undefined when none has it.
 */
export const sdkFolder = (data: string, places: string[]): string | undefined => {
  const found = places.map(sdkSeenFrom).find(Boolean)
  if (!found) return undefined
  const folder = join(data, '.sdk')
  const link = join(folder, sdk)
  mkdirSync(folder, { recursive: true })
  rmSync(link, { force: true, recursive: existsSync(link) })
  symlinkSync(found, link, 'junction')
  return folder
}

const sdkSeenFrom = (place: string): string | undefined => {
  try {
    return dirname(createRequire(join(place, 'any.js')).resolve(`${sdk}/package.json`))
  } catch {
    return undefined
  }
}
