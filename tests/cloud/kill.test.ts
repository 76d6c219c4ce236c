import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contractVersion, type Reply } from '../../contract/envelope'
import { startLocalCloud } from '../support/startLocalCloud'
import { exampleStreet, openidOf } from './exampleStreet'
import { tokens } from './tokens'

// The local cloud is killed in the middle of a stream of reports, again and again: what it said it had, it still has.

const rounds = 5
const people = 6

const post = async (url: string, path: string, body: unknown, token = '') => {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })
  return (await response.json()) as Record<string, unknown>
}

it('kill -9 during a stream of reports loses none that was acknowledged', async () => {
  const data = mkdtempSync(join(tmpdir(), 'linge-kill-'))
  const acknowledged: string[] = []
  let unanswered = 0
  try {
    for (let round = 0; round < rounds; round++) {
      // The configured environment, so that a restart finds it again.
      const cloud = await startLocalCloud({ data, args: ['--env', 'killed'] })
      if (round === 0) {
        for (const [collection, documents] of Object.entries(exampleStreet(Date.now()))) {
          if (documents.length)
            await post(cloud.url, '/_cloud/test/import', { env: 'killed', collection, documents })
        }
      }
      const report = async (person: number) => {
        const { token } = await post(cloud.url, '/_cloud/test/token', {
          env: 'killed',
          openid: `${openidOf('stranger')}-${round}-${person}`,
        })
        for (;;) {
          const event = {
            action: 'request.submit',
            input: { text: '三单元楼道的灯坏了', place: { gridId: 'g-1' }, photos: [], token: tokens.next() },
            v: contractVersion,
          }
          const { result } = (await post(cloud.url, '/_cloud/call/api', event, String(token))) as unknown as {
            result: Reply<{ request: { id: string } }>
          }
          if (!result.ok) return
          acknowledged.push(result.data.request.id)
        }
      }
      const streams = Array.from({ length: people }, (_, person) => report(person).catch(() => unanswered++))
      // Into the middle of the stream: some have been answered, others are on their way.
      for (const before = acknowledged.length; acknowledged.length < before + 12 + round;) {
        await new Promise(resolve => setTimeout(resolve, 1))
      }
      cloud.child.kill('SIGKILL')
      await Promise.all(streams)
    }
    const cloud = await startLocalCloud({ data, args: ['--env', 'killed'] })
    const { documents } = (await post(cloud.url, '/_cloud/test/find', {
      env: 'killed',
      collection: 'requests',
      query: {},
      limit: 100_000,
    })) as { documents: { _id: string }[] }
    const kept = new Set(documents.map(({ _id }) => _id))
    await cloud.stop()

    expect(acknowledged.filter(id => !kept.has(id))).toEqual([])
    // The kills came in the middle of work, or this would have shown nothing.
    expect(acknowledged.length).toBeGreaterThan(rounds * people)
    expect(unanswered).toBeGreaterThan(0)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
})
