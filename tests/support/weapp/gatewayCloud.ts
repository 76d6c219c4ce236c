import { readFileSync } from 'node:fs'
import { cloudUrl } from '../localCloud'

interface FileList {
  fileList: string[]
}

/** `wx.cloud` over the browser side of the local cloud, signed in by a token. */
export const gatewayCloud = (token: string) => {
  const ask = async (path: string, body: BodyInit) => {
    const response = await fetch(cloudUrl() + path, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${token}` },
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Record<string, unknown>
  }
  const calls: string[] = []
  return {
    /** Actions called so far. */
    calls,
    cloud: {
      init: () => undefined,
      callFunction: async ({ name, data }: { name: string; data: { action?: string } }) => {
        calls.push(data.action ?? name)
        return {
          ...(await ask(`/_cloud/call/${name}`, JSON.stringify(data))),
          errMsg: 'cloud.callFunction:ok',
        }
      },
      uploadFile: ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) =>
        ask(`/_cloud/upload?path=${encodeURIComponent(cloudPath)}`, readFileSync(filePath)),
      getTempFileURL: ({ fileList }: FileList) => ask('/_cloud/temp-urls', JSON.stringify({ fileList })),
      deleteFile: ({ fileList }: FileList) => ask('/_cloud/delete', JSON.stringify({ fileList })),
    },
  }
}
