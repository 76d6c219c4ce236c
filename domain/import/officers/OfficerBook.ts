import type { Officer, Post } from '../../account/post'
import { groupBy } from '../../area/groupBy'
import { documentId } from '../../id/documentId'
import { type Cells } from '../Cells'

interface Seen {
  row: number
  officer: Officer
}

/** Who is meant by the rows of a file: officers in force, and those the file brings. */
export class OfficerBook {
  private readonly byId: ReadonlyMap<string, Officer>
  private readonly byName: ReadonlyMap<string, Officer[]>
  private readonly postsOf: ReadonlyMap<string, Post[]>
  private readonly seen = new Map<string, Seen>()
  private readonly newByPhone = new Map<string, string>()
  private readonly newByName = new Map<string, string>()

  constructor(
    officers: readonly Officer[],
    posts: readonly Post[],
    private readonly runId: string,
  ) {
    this.byId = new Map(officers.map(officer => [officer._id, officer]))
    this.byName = groupBy(officers, ({ name }) => name)
    this.postsOf = groupBy(posts, ({ officerId }) => officerId)
  }

  /**
   * The officer of a row: by number; else by name and private phone; else by name and the post that is meant, when nobody
   * else has that name. Two people must never become one, for their posts are what they may do. Undefined, with a fault,
   * when it cannot be told.
   */
  meant(cells: Cells, name: string, areaId: string, kind: string): Officer | undefined {
    const id = cells.id('officerId')
    const phone = cells.mobile('privatePhone')
    if (cells.raw('officerId') !== undefined) {
      const officer = id === undefined ? undefined : this.byId.get(id)
      if (!officer) return id === undefined ? undefined : cells.fault('unknownOfficer', 'officerId')
      return this.agreed(cells, officer, name, phone)
    }
    const same = this.byName.get(name) ?? []
    const byPhone = phone === undefined ? undefined : same.find(({ privatePhone }) => privatePhone === phone)
    const byPost = same.find(({ _id }) =>
      this.postsOf.get(_id)?.some(post => post.areaId === areaId && post.kind === kind),
    )
    const known = byPhone ?? (phone === undefined || !byPost?.privatePhone ? byPost : undefined)
    if (known) return this.agreed(cells, known, name, phone)
    if (phone !== undefined)
      return this.agreed(cells, this.newcomer(this.newByPhone, `${name} ${phone}`, cells, name), name, phone)
    const others = same.length + (this.newByName.has(name) ? 1 : 0)
    if (others) return cells.fault('ambiguousOfficer', 'name', { count: others + 1 })
    return this.agreed(cells, this.newcomer(this.newByName, name, cells, name), name, phone)
  }

  /** The officers of the file as they would be, by id. */
  changed(): ReadonlyMap<string, Officer> {
    return new Map([...this.seen].map(([id, { officer }]) => [id, officer]))
  }

  /** Under an id that tells nothing: made from the run and the row, not from a phone that could be guessed from it. */
  private newcomer(held: Map<string, string>, key: string, cells: Cells, name: string): Officer {
    const _id = held.get(key) ?? documentId('o', this.runId, String(cells.row))
    held.set(key, _id)
    return { _id, v: 1, name }
  }

  /** The officer with what this row says; several rows of one officer must say the same. */
  private agreed(cells: Cells, base: Officer, name: string, phone: string | undefined): Officer {
    const unit = cells.text('unit', 40)
    const { name: _name, privatePhone: oldPhone, unit: oldUnit, ...rest } = base
    const keptPhone = cells.has('privatePhone') ? phone : oldPhone
    const keptUnit = cells.has('unit') ? unit : oldUnit
    const officer: Officer = {
      ...rest,
      name,
      ...(keptPhone && { privatePhone: keptPhone }),
      ...(keptUnit && { unit: keptUnit }),
    }
    const before = this.seen.get(base._id)
    if (!before) {
      this.seen.set(base._id, { row: cells.row, officer })
      return officer
    }
    for (const key of ['name', 'privatePhone', 'unit'] as const) {
      if (before.officer[key] !== officer[key])
        cells.fault('officerClash', key, { other: `第 ${before.row} 行` })
    }
    return before.officer
  }
}
