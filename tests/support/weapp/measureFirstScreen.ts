import { gatewayCloud } from './gatewayCloud'
import { MiniProgram } from './MiniProgram'

/** A screen that has been still for so long (ms) is taken to be whole. */
const still = 300

/** What the first screen costs from the start until it shows `words` and is still: `setData` calls and the bytes in them. */
export const measureFirstScreen = async (
  token: string,
  words: string,
): Promise<{ calls: number; bytes: number }> => {
  const program = new MiniProgram({ cloud: gatewayCloud(token).cloud, photo: '' })
  await program.sees(words)
  for (let before = -1; before < program.setData.length;) {
    before = program.setData.length
    await new Promise(resolve => setTimeout(resolve, still))
  }
  return { calls: program.setData.length, bytes: program.setData.reduce((sum, { bytes }) => sum + bytes, 0) }
}
