import { useRef, useState } from 'react'
import { importService } from '../../../contract/import'
import { importBytesMost, importFormats } from '../../../contract/importTerms'
import type { InputOf, OutputOf } from '../../../contract/service'
import { client } from '../../cloud/client'
import { CloudError } from '../../cloud/CloudError'
import type { LocalFile } from '../../platform/file'
import { Offline } from '../../platform/offline'
import { newToken } from '../../platform/token'
import { uploadFile } from '../../platform/upload'

const { start } = client(importService)

type Choice = Omit<InputOf<typeof importService, 'start'>, 'file' | 'fileName' | 'token'>
type Run = OutputOf<typeof importService, 'start'>['run']

/**
 * Sends a chosen file and begins its run. A file that was sent stays sent: pressing again after a lost answer begins the
 * same run.
 */
export const useUpload = () => {
  const [state, setState] = useState<{ share?: number; error?: CloudError }>({})
  const sent = useRef<{ path: string; id: string; token: string }>()

  const upload = async (file: LocalFile, choice: Choice): Promise<Run | undefined> => {
    const wrong = refusal(file, choice)
    if (wrong) {
      setState({ error: wrong })
      return undefined
    }
    setState({ share: sent.current?.path === file.path ? 1 : 0 })
    try {
      if (sent.current?.path !== file.path) {
        const token = await newToken()
        const id = await uploadFile(`inbox/${token}/0.${endingOf(file.name)}`, file.path, share =>
          setState({ share }),
        )
        sent.current = { path: file.path, id, token: await newToken() }
      }
      const { id, token } = sent.current
      const { run } = await start({ ...choice, file: id, fileName: file.name.slice(-100), token })
      sent.current = undefined
      setState({})
      return run
    } catch (error) {
      setState({ error: known(error) })
      return undefined
    }
  }
  return { ...state, upload }
}

const known = (error: unknown): CloudError => {
  if (error instanceof CloudError) return error
  return error instanceof Offline
    ? new CloudError('offline', '网络不通，文件没有传上去。请看看网络，再点一次。')
    : new CloudError('internal', '出了点问题，请再试一次。')
}

const endingOf = (name: string): string => name.split('.').at(-1)?.toLowerCase() ?? ''

/** What can be said before anything is sent. */
const refusal = ({ name, size }: LocalFile, { kind }: Choice): CloudError | undefined => {
  const endings: readonly string[] = importFormats[kind]
  if (!endings.includes(endingOf(name)))
    return new CloudError('invalid', `这里要用 ${endings.join('、')} 文件，请另选一个。`)
  if (size > importBytesMost)
    return new CloudError('invalid', `文件超过 ${importBytesMost / 1024 / 1024} MB，请分成几个再导入。`)
  return undefined
}
