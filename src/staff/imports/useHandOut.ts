import { useState } from 'react'
import { CloudError } from '../../cloud/CloudError'
import { openFile } from '../../platform/file'

interface File {
  url: string
  fileName: string
}

/** Fetches a file that the cloud makes and hands it to the person; `busy` names the one that is being made. */
export const useHandOut = () => {
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const handOut = async (name: string, make: () => Promise<File>) => {
    setBusy(name)
    setProblem(undefined)
    try {
      const { url, fileName } = await make()
      await openFile(url, fileName)
    } catch (error) {
      setProblem(error instanceof CloudError ? error.message : '文件没有打开，请看看网络，再点一次。')
    } finally {
      setBusy(undefined)
    }
  }
  return { busy, problem, handOut }
}
