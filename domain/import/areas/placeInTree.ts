import type { ImportFault } from '../../../contract/importReport'
import type { Area } from '../../area/area'
import { faultOf } from '../faults'
import { codeHint } from '../nearestWord'
import type { AreaDraft } from './readAreaRow'

/** An area that knows its parent and not yet its path. */
type Unplaced = Omit<Area, 'path'>

interface Tree {
  /** Everything that would be in force, without paths: what stays and what the file says. */
  areas: ReadonlyMap<string, Unplaced>
  drafts: readonly AreaDraft[]
  /** Of the run. */
  scope: Area
  faults: ImportFault[]
}

/**
 * Gives every area its path from the root, and notes circles and what lies outside the run's area. An area whose way up
 * ends nowhere or in a circle is left out; it has a fault of its own.
 */
export const placeInTree = ({ areas, drafts, scope, faults }: Tree): Area[] => {
  const paths = new Map<string, string[] | undefined>()
  const draftOf = new Map(drafts.map(draft => [draft.area._id, draft]))
  for (const id of areas.keys())
    climb(id, areas, paths, circle => {
      const names = [...circle, circle[0] ?? ''].map(one => areas.get(one)?.name ?? one)
      const draft = circle.map(one => draftOf.get(one)).find(Boolean)
      if (draft)
        faults.push(faultOf('parentCycle', { ...at(draft), column: '上级编码', value: names.join(' → ') }))
    })
  for (const draft of drafts) {
    const { base, area } = draft
    const path = paths.get(area._id)
    const isOut = (ids: readonly string[] | undefined) => ids && !ids.includes(scope._id)
    // A new one without a parent has a fault of its own.
    if ((isOut(path) && (base || path?.[1])) || isOut(base?.path)) {
      faults.push(faultOf('notYours', { ...at(draft), words: { area: scope.name } }))
    }
  }
  return [...areas.values()].flatMap(area => {
    const path = paths.get(area._id)
    return path ? [{ ...area, path }] : []
  })
}

/** The path of an area, by way of its parent's; every area is visited once. */
const climb = (
  id: string,
  areas: ReadonlyMap<string, Unplaced>,
  paths: Map<string, string[] | undefined>,
  tellCircle: (ids: string[]) => void,
): void => {
  const way: string[] = []
  for (let at: string | undefined = id; at !== undefined && !paths.has(at); at = areas.get(at)?.parentId) {
    if (!areas.has(at)) break
    if (way.includes(at)) {
      tellCircle(way.slice(way.indexOf(at)))
      way.forEach(one => paths.set(one, undefined))
      return
    }
    way.push(at)
  }
  for (const step of way.reverse()) {
    const parentId = areas.get(step)?.parentId
    const above = parentId === undefined ? [] : paths.get(parentId)
    paths.set(step, above && [...above, step])
  }
}

/** The parent that a draft names, by code or id; with what is wrong when there is none. */
export const parentOf = (
  draft: AreaDraft,
  known: ReadonlyMap<string, string>,
  ended: ReadonlyMap<string, string>,
  scope: Area,
  faults: ImportFault[],
): string | undefined => {
  const { cells, base } = draft
  if (!cells.has('parent')) {
    if (!base) faults.push(faultOf('noParent', { ...at(draft), column: '上级编码' }))
    return base?.parentId
  }
  const value = cells.code('parent')
  if (value === undefined) {
    // Only what has always been a root may stay one; somebody responsible for a street makes no second one.
    if (!base || base.parentId !== undefined) cells.fault('noParent', 'parent')
    return undefined
  }
  const id = known.get(value)
  if (id !== undefined) return id
  const outside = ended.get(value)
  if (outside !== undefined) cells.fault('endedParent', 'parent')
  else if (!(base?._id === scope._id && base.parentId === value)) {
    cells.fault('missingParent', 'parent', {
      hint: codeHint(faults, value, () => known.keys(), '请核对编码，或把上级一起放进文件。'),
    })
  }
  return base?.parentId
}

const at = ({ row, area }: AreaDraft) => ({ row, ...(area.name && { name: area.name }) })
