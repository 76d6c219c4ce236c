import { useEffect, useState } from 'react'
import { rosterService } from '../../../contract/roster'
import type { OutputOf } from '../../../contract/service'
import { client } from '../../cloud/client'
import { CloudError } from '../../cloud/CloudError'

const { covers } = client(rosterService)

type Covers = OutputOf<typeof rosterService, 'covers'>['covers']

interface Asked {
  officerId: string
  from: number
  to: number
}

/** Who could stand in for a time; asked again for another time, and an answer for the one before is dropped. */
export const useCovers = ({ officerId, from, to }: Asked): { covers?: Covers; error?: CloudError } => {
  const [answer, setAnswer] = useState<{ covers?: Covers; error?: CloudError }>({})
  useEffect(() => {
    let isAsked = true
    setAnswer({})
    covers({ officerId, from, to }).then(
      found => isAsked && setAnswer({ covers: found.covers }),
      (error: unknown) => {
        if (!(error instanceof CloudError)) throw error
        if (isAsked) setAnswer({ error })
      },
    )
    return () => {
      isAsked = false
    }
  }, [officerId, from, to])
  return answer
}
