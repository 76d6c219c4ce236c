import { useCallback, useRef, useState } from 'react'
import { CloudError } from './CloudError'

export interface Called<T> {
  /** What was answered last; stays while it is asked for again. */
  data?: T
  error?: CloudError
  loading: boolean
  reload: () => Promise<void>
  /** Puts an answer that came another way on the screen. */
  show: (data: T) => void
}

/** A call with its latest answer. One that was overtaken by a later call is dropped. */
export const useAnswer = <T>(call: () => Promise<T>): Called<T> => {
  const [state, setState] = useState<Omit<Called<T>, 'reload' | 'show'>>({ loading: true })
  const latest = useRef(call)
  latest.current = call
  const turn = useRef(0)

  const reload = useCallback(async () => {
    const mine = ++turn.current
    try {
      const data = await latest.current()
      if (mine === turn.current) setState({ data, loading: false })
    } catch (error) {
      const known =
        error instanceof CloudError ? error : new CloudError('internal', '出了点问题，请再试一次。')
      if (mine === turn.current) setState(before => ({ ...before, error: known, loading: false }))
    }
  }, [])

  const show = useCallback((data: T) => {
    turn.current++
    setState({ data, loading: false })
  }, [])
  return { ...state, reload, show }
}
