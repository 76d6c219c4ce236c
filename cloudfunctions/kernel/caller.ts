import type { Permission } from '../../contract/permissions'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { grantFor } from '../../domain/account/mayDo'
import type { Grant, Person } from '../../domain/account/post'
import type { Active } from './active'
import { people } from './collections/people'
import type { Database } from './database'

/** The person behind one call. The account is read at most once, and only when something asks for it. */
export class Caller {
  /** Whether a document was found to be this person's own, or permitted to them, during the call. */
  admitted = false
  /** Whether the account has been read in this call and was there. */
  exists = false
  private loading?: Promise<Person | undefined>

  constructor(
    readonly personId: string,
    readonly openid: string,
    private readonly db: Database,
    private readonly now: number,
    private readonly active: () => Promise<Active>,
  ) {}

  /** The account; undefined for somebody who has never written anything. */
  account(): Promise<Person | undefined> {
    return (this.loading ??= this.db.read(people, this.personId).then(person => {
      this.exists = person !== undefined
      return person
    }))
  }

  /** The grants in force now, own posts and those stood in for. Costs no reading: the roster is in memory. */
  async grants(): Promise<Grant[]> {
    return (await this.active()).street.grants(this.personId, this.now)
  }

  /** The grant that allows this, or one of these, on something lying in these areas. Throws `notFound` when none does. */
  async permit(permission: Permission | readonly Permission[], areaIds: readonly string[]): Promise<Grant> {
    const grants = await this.grants()
    const grant = [permission].flat().flatMap(one => grantFor(grants, one, areaIds, this.now) ?? [])[0]
    if (!grant) throw new Refusal('notFound', errorSentences.notFound)
    this.admitted = true
    return grant
  }

  /** Whether this person is the one it belongs to; notes that the question was asked and answered. */
  owns(personId: string): boolean {
    if (personId !== this.personId) return false
    this.admitted = true
    return true
  }
}
