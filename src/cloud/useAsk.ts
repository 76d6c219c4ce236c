import { useEffect } from 'react'
import { type Called, useAnswer } from './useAnswer'

/** The call behind a part of a screen that comes later than the page: made when it appears. Give the part a `key`. */
export const useAsk = <T>(call: () => Promise<T>): Called<T> => {
  const called = useAnswer(call)
  const { reload } = called
  useEffect(() => void reload(), [reload])
  return called
}
