import type { PlateLine } from '../../contract/plate'
import type { AreaNode } from '../../domain/area/area'
import { briefOf, type Street } from '../../domain/area/street'
import { isPictured, type Plate } from '../../domain/plate/plate'
import { whereIs } from './carriers'

/** A plate as staff see it. */
export const presentPlate = (
  street: Street,
  area: AreaNode,
  now: number,
  plate?: Plate,
  problem?: string,
): PlateLine => {
  const { officer } = street.areaCard(area, now)
  const last = plate?.events.at(-1)
  return {
    area: briefOf(area),
    where: whereIs(street, area),
    ...(officer && { officer: officer.name }),
    ...(plate && last && { issue: plate.issue, issuedAt: last.at }),
    ready: plate !== undefined && isPictured(plate),
    ...(problem && { problem }),
  }
}
