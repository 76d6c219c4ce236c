import { gatewayCloud } from './gatewayCloud'
import { MiniProgram } from './MiniProgram'

/** What the first screen costs until it shows `words`: `setData` calls and the bytes in them. */
export const measureFirstScreen = async (
  token: string,
  words: string,
): Promise<{ calls: number; bytes: number }> => {
  const program = new MiniProgram({ cloud: gatewayCloud(token).cloud, photo: '' })
  await program.sees(words)
  return { calls: program.setData.length, bytes: program.setData.reduce((sum, { bytes }) => sum + bytes, 0) }
}
