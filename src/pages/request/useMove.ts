import { useCallback } from 'react'
import type { RequestView } from '../../../contract/requestView'
import { CloudError } from '../../cloud/CloudError'
import { useSend } from '../../cloud/useSend'
import type { MoveProps } from './Moves'

/** One move on a request: sends it, shows what the request became, and hands on what is newer than this screen. */
export const useMove = <Input extends { token: string }>(
  action: (input: Input) => Promise<{ request: RequestView }>,
  { onChanged, onRefused }: MoveProps,
) => {
  const told = useCallback(
    (input: Input) =>
      action(input).catch((error: unknown) => {
        if (error instanceof CloudError) onRefused(error)
        throw error
      }),
    [action, onRefused],
  )
  const { send, ...state } = useSend(told)
  return {
    ...state,
    send: async (input: Omit<Input, 'token'>) => {
      const answer = await send(input)
      if (answer) onChanged(answer.request)
    },
  }
}
