import { Refusal } from '../../contract/refusal'
import { issuesMost, plateIdOf } from './plateCode'

/** Who issued a plate: the officer, under their own account. */
export interface PlateIssuer {
  personId: string
  officerId: string
  name: string
}

interface PlateEvent {
  kind: 'issued' | 'reissued'
  at: number
  by: PlateIssuer
  issue: number
  /** Why the one before counts no more. */
  reason?: string
  token: string
}

/** The notice plate (公示牌) of an area, as stored in `plates`. It belongs to the area: a new officer needs no new plate. */
export interface Plate {
  /** `plateIdOf(areaId)` */
  _id: string
  v: 1
  version: number
  rev: number
  areaId: string
  /** The one that counts; codes of lower numbers are revoked. */
  issue: number
  /** The picture of the code, and of which issue it is. */
  picture?: { issue: number; fileId: string }
  events: PlateEvent[]
}

interface Issuing {
  by: PlateIssuer
  at: number
  token: string
}

/** The first plate of an area. */
export const firstPlate = (areaId: string, { by, at, token }: Issuing): Plate => ({
  _id: plateIdOf(areaId),
  v: 1,
  version: 1,
  rev: 1,
  areaId,
  issue: 1,
  events: [{ kind: 'issued', at, by, issue: 1, token }],
})

/** The plate issued anew: from now on every code before counts as old. Throws `historyFull`. */
export const reissuePlate = (
  plate: Plate,
  { by, at, token, reason }: Issuing & { reason: string },
): Plate => {
  const issue = plate.issue + 1
  if (issue > issuesMost || plate.events.length >= eventsMost)
    throw new Refusal('historyFull', '这块牌子换的次数太多了，请联系街道管理员。')
  return {
    ...plate,
    version: plate.version + 1,
    issue,
    events: [...plate.events, { kind: 'reissued', at, by, issue, reason, token }],
  }
}

/** As for requests. */
const eventsMost = 200

/** Whether the picture of the code that counts is there to be printed. */
export const isPictured = (plate: Plate): boolean => plate.picture?.issue === plate.issue
