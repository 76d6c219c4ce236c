import { startTestCloud, type TestCloud } from '../testing/testCloud'

const storage = `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
exports.main = async ({ action, ...event }) => {
  if (event.text !== undefined) event.fileContent = Buffer.from(event.text)
  if (event.bytes !== undefined) event.fileContent = Buffer.alloc(event.bytes)
  try {
    const answer = await cloud[action](event)
    return answer.fileContent ? { text: answer.fileContent.toString() } : answer
  } catch (error) {
    return { code: error.code, errMsg: error.errMsg }
  }
}`

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud(
    { storage: { 'index.js': storage, 'config.json': `{"timeout": 20}` } },
    { uploadTypes: ['txt', 'bin'] },
  )
})
afterAll(() => cloud.stop())

const run = async (action: string, event: object) =>
  (await cloud.call('storage', { action, ...event })).result as Record<string, unknown>

it('uploads, gives a link, downloads and deletes, with any name', async () => {
  for (const cloudPath of ['plain.txt', '中 文/x?#&.txt', 'a/b/c/d.txt', '100%.txt', "it's+here.txt"]) {
    const { fileID } = await run('uploadFile', { cloudPath, text: `in ${cloudPath}` })
    expect(fileID).toBe(`cloud://e.6c6f-local/${cloudPath}`)
    const { fileList } = (await run('getTempFileURL', { fileList: [fileID] })) as {
      fileList: { tempFileURL: string }[]
    }
    expect(await (await fetch(fileList[0]?.tempFileURL ?? '')).text()).toBe(`in ${cloudPath}`)
    expect(await run('downloadFile', { fileID })).toEqual({ text: `in ${cloudPath}` })
    expect(await run('deleteFile', { fileList: [fileID] })).toMatchObject({ fileList: [{ status: 0 }] })
    expect(await run('downloadFile', { fileID })).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
  }
})

it('answers for each file of a list by itself', async () => {
  const { fileID } = await run('uploadFile', { cloudPath: 'here.txt', text: 'x' })
  const fileList = [fileID, 'cloud://e.6c6f-local/gone.txt', 'cloud://other.6c6f-local/here.txt', 'nonsense']
  expect(await run('getTempFileURL', { fileList })).toMatchObject({
    fileList: [{ status: 0 }, { status: -503003 }, { status: -503003 }, { status: -503003 }],
  })
})

it('gives links that end when they were asked to', async () => {
  const { fileID } = await run('uploadFile', { cloudPath: 'short.txt', text: 'x' })
  const { fileList } = (await run('getTempFileURL', { fileList: [{ fileID, maxAge: 60 }] })) as {
    fileList: { tempFileURL: string; maxAge: number }[]
  }
  const link = fileList[0]?.tempFileURL ?? ''
  expect((await fetch(link)).status).toBe(200)
  await cloud.post('/_cloud/test/clock', { env: 'e', offsetMs: 61_000 })
  expect((await fetch(link)).status).toBe(403)
  await cloud.post('/_cloud/test/clock', { env: 'e', offsetMs: 0 })
})

it('refuses paths, types and sizes that are not allowed, naming the limit', async () => {
  for (const cloudPath of ['../out.txt', '/abs.txt', 'a//b.txt', 'a/../../b.txt'])
    expect(await run('uploadFile', { cloudPath, text: 'x' })).toMatchObject({
      code: 'STORAGE_REQUEST_FAIL',
      errMsg: expect.stringContaining('invalid path'),
    })
  expect(await run('uploadFile', { cloudPath: 'a.exe', text: 'x' })).toMatchObject({
    errMsg: expect.stringContaining('taken are txt, bin'),
  })
  expect(await run('uploadFile', { cloudPath: 'large.bin', bytes: 50 * 1024 * 1024 + 1 })).toMatchObject({
    errMsg: expect.stringContaining('larger than 52428800 bytes'),
  })
  expect(
    await run('deleteFile', { fileList: Array.from({ length: 51 }, (_, n) => `cloud://e.b/${n}`) }),
  ).toMatchObject({ errMsg: expect.stringMatching(/51|50/) })
})
