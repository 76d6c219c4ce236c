import { useReachBottom } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { CloudError } from './CloudError'
import type { Called } from './useAnswer'
import { useCall } from './useCall'

interface Page {
  lines: unknown[]
  next?: string
}

/** Where a page of a list begins: at `next` of the page before, at the beginning without. */
export interface From {
  cursor?: string
}

type LineOf<P extends Page> = P['lines'][number]

export interface Listed<P extends Page> extends Called<P> {
  /** Every line so far. */
  lines: LineOf<P>[]
  more: () => Promise<void>
  /** Whether there is more to ask for. */
  unfinished: boolean
}

/** A list that grows at its end: the first page fills the screen, further ones come when its bottom is reached. */
export const useList = <P extends Page>(page: (from: From) => Promise<P>): Listed<P> => {
  const [later, setLater] = useState<{ of?: P; lines: LineOf<P>[]; next?: string; error?: CloudError }>({
    lines: [],
  })
  const first = useCall(() => page({}))
  // What came after an earlier first page is dropped with it: lines move between pages.
  const rest = later.of === first.data ? later : { lines: [], next: first.data?.next }
  const busy = useRef(false)

  const more = async () => {
    if (busy.current || rest.next === undefined) return
    busy.current = true
    try {
      const answer = await page({ cursor: rest.next })
      setLater({
        of: first.data,
        lines: [...rest.lines, ...answer.lines],
        ...(answer.next && { next: answer.next }),
      })
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      setLater({ of: first.data, ...rest, error })
    } finally {
      busy.current = false
    }
  }

  useReachBottom(() => void more())
  return {
    ...first,
    ...(later.error && { error: later.error }),
    lines: [...(first.data?.lines ?? []), ...rest.lines],
    more,
    unfinished: rest.next !== undefined,
  }
}
