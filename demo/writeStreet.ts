import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DemoStreet } from './generateStreet'
import { cast, castOpenid } from './people/cast'
import { storedForm } from './storedForm'

/**
 * Writes a street as a seed folder: `<collection>.jsonl`, `files/…`, `people.json` for the bar and `meta.json`. A folder
 * is only ever replaced whole, and only when a demo street made it. Gives the number of documents by collection.
 */
export const writeStreet = (
  { files, ...collections }: DemoStreet,
  { out, seed, now }: { out: string; seed: number; now: number },
): Record<string, number> => {
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, 'meta.json'))) {
    throw new Error(`${out} holds something that is not a demo street; choose another folder with --out`)
  }
  const part = `${out}.part`
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part, { recursive: true })
  const write = (name: string, content: string) => writeFileSync(join(part, name), content)

  const counts: Record<string, number> = {}
  for (const [name, documents] of Object.entries(collections)) {
    counts[name] = documents.length
    write(
      `${name}.jsonl`,
      storedForm<{ _id: string }>(name, documents)
        .map(document => `${JSON.stringify(document)}\n`)
        .join(''),
    )
  }
  counts.files = files.size
  for (const [path, bytes] of files) {
    const file = join(part, 'files', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
  const people: object[] = cast.map(({ id, name, role, note }, i) => ({
    id,
    openid: castOpenid(id),
    name,
    role,
    note,
    ...(i === 0 && { default: true }),
  }))
  // Somebody whose record is there and whose account is not: to try binding with.
  const newcomer = newGridMember(collections)
  if (newcomer) people.push(newcomer)
  write('people.json', `${JSON.stringify(people, null, 2)}\n`)
  write('meta.json', `${JSON.stringify({ seed, madeAt: new Date(now).toISOString(), counts }, null, 2)}\n`)

  rmSync(out, { recursive: true, force: true })
  renameSync(part, out)
  return counts
}

const newGridMember = ({
  posts,
  officers,
  areas,
  requests,
}: Pick<DemoStreet, 'posts' | 'officers' | 'areas' | 'requests'>) => {
  const waiting = new Set(
    requests.flatMap(({ mineOpenKey, assignee }) => (mineOpenKey && assignee ? [assignee.officerId] : [])),
  )
  const without = posts.filter(({ kind, personId }) => kind === 'gridMember' && personId === undefined)
  const post = without.find(({ officerId }) => waiting.has(officerId)) ?? without[0]
  const phone = officers.find(({ _id }) => _id === post?.officerId)?.privatePhone
  const grid = areas.find(({ _id }) => _id === post?.areaId)
  if (!post || !phone || !grid) return undefined
  const note = `${grid.name}的网格员，手机号登记过，还没有绑定微信：点“我的”里的“我是工作人员”`
  return { id: 'newcomer', openid: 'demo-newcomer', name: post.name, role: '新来的网格员', note, phone }
}
