import { useEffect, useRef, useState } from 'react'
import { areaService } from '../../../contract/area'
import type { OutputOf } from '../../../contract/service'
import { CloudError } from '../../cloud/CloudError'
import { client } from '../../cloud/client'

const { search } = client(areaService)

export type FoundLine = OutputOf<typeof areaService, 'search'>['found'][number]

interface Searched {
  /** What the answer is for. */
  words: string
  found?: FoundLine[]
  error?: CloudError
}

/** A pause this long in typing is taken for an end of it, ms. */
const pause = 350
/** A single character finds nothing. */
const leastLength = 2

/** What is found for the words as they are typed: asked for after a pause, each words once, late answers dropped. */
export const useSearch = (typed: string) => {
  const words = typed.trim()
  const [state, setState] = useState<Searched>({ words: '' })
  const [again, setAgain] = useState(0)
  const known = useRef(new Map<string, FoundLine[]>())

  useEffect(() => {
    if (words.length < leastLength) return undefined
    const before = known.current.get(words)
    if (before) {
      setState({ words, found: before })
      return undefined
    }
    let dropped = false
    const timer = setTimeout(() => {
      search({ words }).then(
        ({ found }) => {
          known.current.set(words, found)
          if (!dropped) setState({ words, found })
        },
        (error: unknown) => {
          const refused =
            error instanceof CloudError ? error : new CloudError('internal', '出了点问题，请再试一次。')
          if (!dropped) setState({ words, error: refused })
        },
      )
    }, pause)
    return () => {
      dropped = true
      clearTimeout(timer)
    }
  }, [words, again])

  const isCurrent = state.words === words && words.length >= leastLength
  return {
    tooShort: words.length > 0 && words.length < leastLength,
    searching: words.length >= leastLength && !isCurrent,
    ...(isCurrent && state.found && { found: state.found }),
    ...(isCurrent && state.error && { error: state.error }),
    retry: () => {
      setState({ words: '' })
      setAgain(again + 1)
    },
  }
}
