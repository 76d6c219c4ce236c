import type { ImportFault } from '../../../contract/importReport'
import type { ContactRule, Post } from '../../account/post'
import type { PostKinds } from '../../account/postKinds'
import type { AreaNode } from '../../area/area'
import { documentId } from '../../id/documentId'
import { day, dayKey, startOfDay } from '../../time/china'
import { Cells, dayOf } from '../Cells'
import { codeHint, codesOf } from '../nearestWord'
import type { SheetRow } from '../sheet'
import { readDuty } from './dutyCells'
import type { OfficerBook } from './OfficerBook'
import { contactWords } from './postCells'

/** A post as one row of a file has it. */
export interface PostDraft {
  row: number
  cells: Cells
  /** As it is in force. */
  base?: Post
  post: Post
}

interface Around {
  book: OfficerBook
  /** By code and by id. */
  areaByRef: ReadonlyMap<string, AreaNode>
  areaById: ReadonlyMap<string, AreaNode>
  kinds: PostKinds
  scope: AreaNode
  now: number
  postById: ReadonlyMap<string, Post>
  /** By `<officer> <area> <kind>`. */
  postsByHolder: ReadonlyMap<string, Post[]>
  faults: ImportFault[]
}

/** One row with the post it means; undefined when it cannot be told whose post it is, or where. */
export const readPostRow = (source: SheetRow, around: Around): PostDraft | undefined => {
  const cells = new Cells('officers', source, around.faults)
  const name = cells.required('name', 20)
  const area = readArea(cells, around)
  const kind =
    cells.raw('kind') === undefined
      ? cells.fault('missingCell', 'kind')
      : cells.oneOf('kind', around.kinds.kinds)
  if (name === undefined || !area || kind === undefined) return undefined
  const officer = around.book.meant(cells, name, area._id, kind)
  const base = officer && basePost(cells, around, officer._id, `${officer._id} ${area._id} ${kind}`)
  if (!officer || base === 'unknown') return undefined
  if (base && !around.areaById.get(base.areaId)?.path.includes(around.scope._id)) {
    return cells.fault('notYours', 'postId', { area: around.scope.name })
  }
  const term = readTerm(cells, around.now, base)
  const contact = cells.raw('contact') === undefined ? undefined : cells.oneOf('contact', contactWords)
  const workPhone = cells.has('workPhone') ? cells.phone('workPhone') : base?.workPhone
  const rule: ContactRule = contact ?? base?.contact ?? 'dutyPhone'
  if (rule === 'workPhone' && !workPhone && !cells.raw('workPhone')) cells.fault('noWorkPhone', 'workPhone')
  return {
    row: source.row,
    cells,
    ...(base && { base }),
    post: {
      _id: base?._id ?? documentId('q', officer._id, area._id, kind, dayKey(term.from)),
      v: 2,
      officerId: officer._id,
      name: officer.name,
      areaId: area._id,
      kind,
      duty: readDuty(cells, base?.duty),
      contact: rule,
      ...(workPhone && { workPhone }),
      ...term,
    },
  }
}

const readArea = (cells: Cells, { areaByRef, scope, faults }: Around): AreaNode | undefined => {
  const ref = cells.code('area')
  if (ref === undefined)
    return cells.raw('area') === undefined ? cells.fault('missingCell', 'area') : undefined
  const area = areaByRef.get(ref)
  if (!area) {
    const hint = codeHint(faults, ref, () => codesOf(areaByRef.values()), '请先导入区域，或核对编码。')
    return cells.fault('unknownArea', 'area', { hint })
  }
  return area.path.includes(scope._id) ? area : cells.fault('notYours', 'area', { area: scope.name })
}

/** The post in force that a row means: by number, else the holder's on that area, the open one first. */
const basePost = (
  cells: Cells,
  { postById, postsByHolder, now }: Around,
  officerId: string,
  holder: string,
): Post | 'unknown' | undefined => {
  if (cells.raw('postId') !== undefined) {
    const id = cells.id('postId')
    const found = id === undefined ? undefined : postById.get(id)
    // A post is one person's: whoever comes after gets one of their own.
    const post = found?.officerId === officerId ? found : undefined
    if (!post && id !== undefined) cells.fault('unknownPost', 'postId')
    return post ?? 'unknown'
  }
  const held = postsByHolder.get(holder) ?? []
  const from = dayOf(cells.raw('from') ?? '')
  return (
    held.find(post => from !== undefined && dayKey(post.from) === dayKey(from)) ??
    held.find(({ to }) => to === undefined || to > now)
  )
}

/** Days, as people write them: the first and the last. The same day again is no change, at whatever hour it began. */
const readTerm = (cells: Cells, now: number, base: Post | undefined): Pick<Post, 'from' | 'to'> => {
  const first = cells.raw('from') === undefined ? undefined : cells.day('from')
  const from =
    first === undefined || (base && dayKey(base.from) === dayKey(first))
      ? (base?.from ?? first ?? startOfDay(now))
      : first
  if (!cells.has('to')) return { from, ...(base?.to !== undefined && { to: base.to }) }
  const last = cells.day('to')
  if (last === undefined) return { from }
  if (last + day <= from) cells.fault('termReversed', 'to')
  const to = base?.to !== undefined && dayKey(base.to - 1) === dayKey(last) ? base.to : last + day
  return { from, to }
}
