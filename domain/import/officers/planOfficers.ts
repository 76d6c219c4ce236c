import type { ImportFault, ImportRow } from '../../../contract/importReport'
import type { MissingRule } from '../../../contract/importTerms'
import { inTerm } from '../../account/mayDo'
import type { Officer, Post } from '../../account/post'
import { type PostKinds, postKind } from '../../account/postKinds'
import type { AreaNode } from '../../area/area'
import { groupBy } from '../../area/groupBy'
import { masked } from '../Cells'
import { changedFields } from '../changedFields'
import { headerOf } from '../columns'
import { doubles } from '../doubles'
import { faultOf } from '../faults'
import type { Sheet } from '../sheet'
import { OfficerBook } from './OfficerBook'
import { postCells } from './postCells'
import { type PostDraft, readPostRow } from './readPostRow'

export interface OfficersInput {
  sheet: Sheet
  /** In force. */
  posts: readonly Post[]
  officers: readonly Officer[]
  areas: readonly AreaNode[]
  kinds: PostKinds
  /** Whether people live in an area, or it is somebody's without ground: then somebody has to look after it. */
  needsOfficer: (area: AreaNode) => boolean
  scope: AreaNode
  missing: MissingRule
  runId: string
  /** When the run began, ms. */
  now: number
}

export interface OfficersPlan {
  rows: ImportRow[]
  faults: ImportFault[]
  /** Every post and officer that would be in force, those untouched included. */
  posts: Post[]
  officers: Officer[]
}

/** What a file of officers and posts would change, and what is wrong with it or would be afterwards. */
export const planOfficers = (input: OfficersInput): OfficersPlan => {
  const { sheet, posts, officers, areas, kinds, scope, missing, now } = input
  const faults = [...sheet.faults]
  const areaById = new Map(areas.map(area => [area._id, area]))
  const areaByRef = new Map([
    ...areaById,
    ...areas.flatMap(area => (area.code === undefined ? [] : [[area.code, area] as const])),
  ])
  const book = new OfficerBook(officers, posts, input.runId)
  const around = { book, areaByRef, areaById, kinds, scope, now, faults, ...postsBy(posts) }
  const drafts = doubles(
    sheet.rows.flatMap(row => readPostRow(row, around) ?? []),
    ({ post }) => post._id,
    'doublePost',
    faults,
  )
  const named = new Map(drafts.map(({ post }) => [post._id, post]))
  const inScope = ({ areaId }: Post) => areaById.get(areaId)?.path.includes(scope._id) ?? false
  const ended =
    missing === 'keep' ? [] : inTerm(posts, now).filter(post => !named.has(post._id) && inScope(post))
  const changed = book.changed()
  const gone = new Set(ended.map(({ _id }) => _id))
  const known = new Set(posts.map(({ _id }) => _id))
  const nextPosts = [
    ...posts.map(post => named.get(post._id) ?? (gone.has(post._id) ? { ...post, to: now } : post)),
    ...drafts.flatMap(({ post }) => (known.has(post._id) ? [] : [post])),
  ].map(post => underName(post, changed.get(post.officerId)))
  const isKnown = new Set(officers.map(({ _id }) => _id))
  const nextOfficers = [
    ...officers.map(officer => changed.get(officer._id) ?? officer),
    ...[...changed.values()].filter(({ _id }) => !isKnown.has(_id)),
  ]
  sharedMobiles(nextOfficers, drafts, faults)
  vacancies(input, nextPosts, faults)
  if (isManaged(input, posts) && !isManaged(input, nextPosts)) {
    faults.push(faultOf('nobodyManages', { name: scope.name }))
  }
  return {
    rows: rowsOf(drafts, ended, { input, areaById, changed }),
    faults,
    posts: nextPosts,
    officers: nextOfficers,
  }
}

const postsBy = (posts: readonly Post[]) => ({
  postById: new Map(posts.map(post => [post._id, post])),
  postsByHolder: groupBy(posts, ({ officerId, areaId, kind }) => `${officerId} ${areaId} ${kind}`),
})

/** Posts carry their holder's name; whoever has changed it has changed it on all of them. */
const underName = (post: Post, officer: Officer | undefined): Post =>
  officer && officer.name !== post.name ? { ...post, name: officer.name } : post

/** Binding an account goes by the private phone: two officers with one need a person to decide. */
const sharedMobiles = (
  officers: readonly Officer[],
  drafts: readonly PostDraft[],
  faults: ImportFault[],
): void => {
  const rowOf = new Map(drafts.map(({ row, post }) => [post.officerId, row]))
  const sharing = groupBy(
    officers.filter(({ privatePhone }) => privatePhone),
    ({ privatePhone }) => privatePhone,
  )
  for (const [first, ...others] of sharing.values()) {
    for (const { _id, name, privatePhone } of others) {
      const row = rowOf.get(_id) ?? rowOf.get(first?._id ?? '')
      if (row === undefined) continue
      const value = masked(privatePhone)
      faults.push(
        faultOf('sharedMobile', {
          row,
          column: headerOf('officers', 'privatePhone'),
          ...(value && { value }),
          name,
          words: { other: `“${first?.name ?? ''}”` },
        }),
      )
    }
  }
}

const vacancies = (
  { areas, scope, needsOfficer, now }: OfficersInput,
  posts: readonly Post[],
  faults: ImportFault[],
) => {
  const held = new Set(inTerm(posts, now).map(({ areaId }) => areaId))
  for (const area of areas) {
    if (area.path.includes(scope._id) && needsOfficer(area) && !held.has(area._id)) {
      faults.push(faultOf('noOfficer', { name: area.name }))
    }
  }
}

/** Whether somebody may import into the area of the run: whoever ends the last such post locks everybody out, themselves first. */
const isManaged = ({ kinds, scope, now }: OfficersInput, posts: readonly Post[]): boolean =>
  inTerm(posts, now).some(
    ({ areaId, kind }) =>
      scope.path.includes(areaId) && postKind(kinds, kind).permissions.includes('area.manage'),
  )

interface Versions {
  input: OfficersInput
  areaById: ReadonlyMap<string, AreaNode>
  changed: ReadonlyMap<string, Officer>
}

const rowsOf = (
  drafts: readonly PostDraft[],
  ended: readonly Post[],
  { input: { officers, kinds }, areaById, changed }: Versions,
): ImportRow[] => {
  const before = new Map(officers.map(officer => [officer._id, officer]))
  const areaOf = (id: string) => areaById.get(id)
  const whereOf = ({ areaId, kind }: Post) =>
    [areaOf(areaId)?.name ?? '', kinds.kinds.find(({ id }) => id === kind)?.words ?? kind].join(' · ')
  const phone = headerOf('officers', 'privatePhone')
  return [
    ...drafts.map(({ row, base, post }): ImportRow => {
      const [name, where] = [post.name, whereOf(post)]
      if (!base) return { row, change: 'added', name, where }
      const fields = changedFields(
        'officers',
        postCells(base, before.get(base.officerId), kinds, areaOf),
        postCells(post, changed.get(post.officerId), kinds, areaOf),
      ).map(({ column, from, to }) => {
        const [hiddenFrom, hiddenTo] = column === phone ? [masked(from), masked(to)] : [from, to]
        return { column, ...(hiddenFrom && { from: hiddenFrom }), ...(hiddenTo && { to: hiddenTo }) }
      })
      return {
        row,
        change: fields.length ? 'changed' : 'unchanged',
        name,
        where,
        ...(fields.length && { fields }),
      }
    }),
    ...ended.map((post): ImportRow => ({ change: 'ended', name: post.name, where: whereOf(post) })),
  ]
}
