import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openidOf } from '../cloud/exampleStreet'
import { openStreet } from '../cloud/openStreet'
import { cloudUrl, tokenFor } from '../support/localCloud'
import { gatewayCloud } from '../support/weapp/gatewayCloud'

const lamp = join(__dirname, '../cloud/files/lamp.png')

it('stores a file, serves it and takes it back, as wx.cloud does', async () => {
  const street = await openStreet()
  const { cloud } = gatewayCloud(await tokenFor(street.env, openidOf('zhang')))
  const { fileID } = (await cloud.uploadFile({ cloudPath: 'inbox/kit/0.png', filePath: lamp })) as {
    fileID: string
  }
  const addressOf = async () => {
    const { fileList } = (await cloud.getTempFileURL({ fileList: [fileID] })) as {
      fileList: { status: number; tempFileURL: string }[]
    }
    return fileList[0]
  }
  const stored = await addressOf()
  expect(stored?.status).toBe(0)
  const response = await fetch(new URL(stored?.tempFileURL ?? '', cloudUrl()))
  expect(Buffer.from(await response.arrayBuffer())).toEqual(readFileSync(lamp))

  await cloud.deleteFile({ fileList: [fileID] })
  expect((await addressOf())?.status).not.toBe(0)
})
