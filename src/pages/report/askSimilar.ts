import { requestService } from '../../../contract/request'
import type { SimilarLine } from '../../../contract/requestSimilar'
import { client } from '../../cloud/client'
import type { Draft } from './draft'
import { reportInput } from './reportInput'

const { similar } = client(requestService)

/** A report never waits longer than this for the question whether it is known already, ms. */
const patience = 3000

/**
 * What neighbours have reported that may be the same. Nothing when it cannot be found out, quickly at that: the question
 * must not keep anybody from reporting. `sent`: it is sent already, so that danger may be asked about too.
 */
export const askSimilar = async (
  draft: Draft,
  homeGridId?: string,
  { sent = false } = {},
): Promise<SimilarLine[]> => {
  const asked = similar({ ...reportInput(draft, homeGridId), ...(sent && { sent }) })
    .then(({ lines }) => lines)
    .catch(() => [])
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<SimilarLine[]>(resolve => (timer = setTimeout(() => resolve([]), patience)))
  const lines = await Promise.race([asked, late])
  clearTimeout(timer)
  return lines
}
