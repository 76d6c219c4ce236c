import { cloud } from '../kernel/cloud'

/** Stores a file that somebody is going to fetch, over the last one under this path, and gives an address that works for `maxAge` seconds. */
export const tempFile = async (cloudPath: string, content: Uint8Array, maxAge: number): Promise<string> => {
  const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: Buffer.from(content) })
  const { fileList } = await cloud.getTempFileURL({ fileList: [{ fileID, maxAge }] })
  const url = fileList[0]?.tempFileURL
  if (!url) throw new Error(`No address for ${cloudPath}.`)
  return url
}
