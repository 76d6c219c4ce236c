import { useCallback, useEffect, useRef, useState } from 'react'
import { importService } from '../../../contract/import'
import type { ImportRun } from '../../../contract/importRun'
import { client } from '../../cloud/client'
import { CloudError } from '../../cloud/CloudError'
import { newToken } from '../../platform/token'

const { advance } = client(importService)

/**
 * Keeps a run going that is being checked or applied: each call does some seconds of work, until it is done or the page is
 * left. Left half way it goes on where it was, here or on another phone.
 */
export const useRun = (run: ImportRun | undefined, onDone: (run: ImportRun) => void) => {
  const [ahead, setAhead] = useState<ImportRun>()
  const [error, setError] = useState<CloudError>()
  // What the page reads anew is newer than what was answered before.
  useEffect(() => setAhead(undefined), [run])
  const latest = ahead ?? run
  const goesOn = latest?.moves.includes('advance') ?? false
  const tell = useRef(onDone)
  tell.current = onDone
  const id = latest?.id

  const goOn = useCallback(() => setError(undefined), [])
  useEffect(() => {
    if (!id || !goesOn || error) return undefined
    let left = false
    const work = async () => {
      try {
        for (;;) {
          const answer = await advance({ id, token: await newToken() })
          if (left) return
          setAhead(answer.run)
          if (!answer.run.moves.includes('advance')) return tell.current(answer.run)
        }
      } catch (problem) {
        if (left) return
        setError(
          problem instanceof CloudError
            ? problem
            : new CloudError('internal', '出了点问题，请再点一次继续。'),
        )
      }
    }
    void work()
    return () => {
      left = true
    }
  }, [id, goesOn, error])
  return { run: latest, error, goOn, put: setAhead }
}
