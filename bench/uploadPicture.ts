import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tokens } from '../tests/cloud/tokens'
import { upload } from '../tests/support/localCloud'

/** Uploads a picture for whoever is signed in with this pass, as the phone does before it reports; its file id. */
export const uploadPicture = (pass: string): Promise<string> =>
  upload(
    pass,
    `inbox/${tokens.next()}/0.jpg`,
    readFileSync(join(process.cwd(), 'tests/cloud/files/small.jpg')),
  )
