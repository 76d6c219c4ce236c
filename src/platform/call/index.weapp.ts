import Taro from '@tarojs/taro'
import { Offline } from '../offline'

let ready = false

/** Calls a cloud function with an event; gives what its `main` returned. Throws `Offline` when there is no way through. */
export const callFunction = async (name: string, event: unknown): Promise<unknown> => {
  if (!ready) Taro.cloud.init()
  ready = true
  try {
    const { result } = await Taro.cloud.callFunction({ name, data: event as object })
    return result
  } catch (error) {
    throw new Offline(error)
  }
}
