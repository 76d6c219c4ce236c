import { forgetActive, loadActive } from '../kernel/active'
import { packShapes } from '../kernel/areaShapes'
import { cloud } from '../kernel/cloud'
import { pointers } from '../kernel/collections/pointers'
import type { Database } from '../kernel/database'
import { setFields } from '../kernel/save'

/**
 * Publishes the outlines of the areas in force as one compact file, when those in force are not the published ones: after
 * an import, and after one was undone. Until then every cold instance packs them itself. Gives whether it did.
 */
export const publishAreas = async (db: Database, env: string, now: number): Promise<boolean> => {
  const active = await loadActive(db, env, now)
  const version = active.pointers?.areas
  if (version === undefined || active.pointers?.shapes?.version === version) return false
  const { fileID } = await cloud.uploadFile({
    cloudPath: `areas/${version}.bin`,
    fileContent: Buffer.from(await packShapes(db, active)),
  })
  await setFields(db, pointers, 'active', { shapes: { version, fileId: fileID } })
  forgetActive(env)
  return true
}
