import type { AreaNode } from '../../area/area'
import { areaKind, type AreaKinds } from '../../area/areaKinds'
import { dayKey } from '../../time/china'
import type { Word } from '../Cells'

export const institutionKinds = [
  { id: 'school', words: '学校' },
  { id: 'hospital', words: '医院' },
  { id: 'firm', words: '企业' },
  { id: 'other', words: '其他' },
] as const satisfies readonly Word[]

/** What an area is called in files: the city's code where it has one, else our id. */
export const areaRef = ({ _id, code }: Pick<AreaNode, '_id' | 'code'>): string => code ?? _id

/** An area as the cells of a file: what an export writes, and what two versions of it are compared by. */
export const areaCells = (
  area: AreaNode,
  kinds: AreaKinds,
  areaOf: (id: string) => AreaNode | undefined,
): Record<string, string> => {
  const wordOf = (words: readonly Word[], id: string | number | undefined) =>
    id === undefined ? '' : (words.find(one => one.id === id)?.words ?? String(id))
  const parent = area.parentId === undefined ? undefined : areaOf(area.parentId)
  return {
    id: area._id,
    code: area.code ?? '',
    name: area.name,
    kind: areaKind(kinds, area.kind)?.words ?? area.kind,
    tree: wordOf(kinds.trees, area.tree),
    parent: parent ? areaRef(parent) : (area.parentId ?? ''),
    property: wordOf(kinds.properties, area.property),
    class: wordOf(kinds.classes, area.class),
    population: area.population ? String(area.population.count) : '',
    populationAsOf: area.population ? dayKey(area.population.asOf) : '',
    households: area.households ? String(area.households.count) : '',
    householdsAsOf: area.households ? dayKey(area.households.asOf) : '',
    dutyPhone: area.dutyPhone ?? '',
    aliases: (area.aliases ?? []).join('、'),
    institutionKind: wordOf(institutionKinds, area.institution?.kind),
    institution: area.institution?.name ?? '',
  }
}
