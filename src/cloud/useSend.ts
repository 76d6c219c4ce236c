import { useCallback, useRef, useState } from 'react'
import { newToken } from '../platform/token'
import { CloudError } from './CloudError'

export interface Sending<Input, Output> {
  sending: boolean
  error?: CloudError
  /** Sends; `undefined` when it did not work, and `error` says why. */
  send: (input: Input) => Promise<Output | undefined>
}

/**
 * One change a person makes on a screen. It keeps its token until it has worked, so that pressing again after a lost
 * answer changes nothing twice; different words are a different change.
 */
export const useSend = <Input extends { token: string }, Output>(
  action: (input: Input) => Promise<Output>,
): Sending<Omit<Input, 'token'>, Output> => {
  const [state, setState] = useState<{ sending: boolean; error?: CloudError }>({ sending: false })
  const intent = useRef<{ input: string; token: string }>()
  const busy = useRef(false)

  const send = useCallback(
    async (input: Omit<Input, 'token'>) => {
      if (busy.current) return undefined
      busy.current = true
      setState({ sending: true })
      try {
        const said = JSON.stringify(input)
        if (intent.current?.input !== said) intent.current = { input: said, token: await newToken() }
        const output = await action({ ...input, token: intent.current.token } as Input)
        intent.current = undefined
        setState({ sending: false })
        return output
      } catch (error) {
        const known =
          error instanceof CloudError ? error : new CloudError('internal', '出了点问题，请再试一次。')
        setState({ sending: false, error: known })
        return undefined
      } finally {
        busy.current = false
      }
    },
    [action],
  )
  return { ...state, send }
}
