import type { GridCard, OfficerCard } from '../../contract/area'

/** Whom to ring for a place at this moment, and the number. */
export interface ToCall {
  who: 'officer' | 'cover' | 'duty'
  number: string
  /** Of the person; the duty phone has none. */
  name?: string
}

type Callable = Pick<OfficerCard, 'name' | 'onDuty' | 'dutyChangesAt' | 'workPhone'>

/** What a card says of duty holds until it changes; a card that is older than that is not believed. */
export const isOnDuty = (
  { onDuty, dutyChangesAt }: Pick<Callable, 'onDuty' | 'dutyChangesAt'>,
  now: number,
) => onDuty && (dutyChangesAt === undefined || now < dutyChangesAt)

/**
 * The officer while on duty, else whoever stands in while they are, else the duty phone; undefined when nobody can be
 * rung and a message is the way. Only numbers the street publishes are on a card.
 */
export const whoToCall = (
  { officer, dutyPhone }: Pick<GridCard, 'officer' | 'dutyPhone'>,
  now: number,
): ToCall | undefined => {
  const direct = (person: Callable | undefined, who: 'officer' | 'cover'): ToCall[] =>
    person?.workPhone && isOnDuty(person, now) ? [{ who, number: person.workPhone, name: person.name }] : []
  const [first] = [
    ...direct(officer?.away ? undefined : officer, 'officer'),
    ...direct(officer?.away?.cover, 'cover'),
    ...(dutyPhone ? [{ who: 'duty' as const, number: dutyPhone }] : []),
  ]
  return first
}
