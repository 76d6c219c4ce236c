import type { plateService } from '../../contract/plate'
import { briefOf } from '../../domain/area/street'
import { readPlateCode } from '../../domain/plate/plateCode'
import { codeIn } from '../../domain/plate/writtenCode'
import { fullCard } from '../area/fullCard'
import { plates } from '../kernel/collections/plates'
import type { Handler } from '../kernel/implement'
import { settings } from '../kernel/settings'

export const open: Handler<typeof plateService, 'open'> = async (call, { code }) => {
  const { street } = await call.active()
  const [only, ...others] = street.children()
  const anyone = only && !others.length ? street.dutyPhone(only) : undefined
  // A forged code is known by its signature: it costs no reading.
  const read = readPlateCode(codeIn(code) ?? '', settings.plateKey())
  const plate = read && (await call.db.read(plates, read.plateId))
  if (!read || !plate) return { state: 'unknown', ...(anyone && { dutyPhone: anyone }) }
  const area = street.area(plate.areaId)
  if (area && read.issue === plate.issue) return { state: 'current', card: await fullCard(call, area) }
  const dutyPhone = area ? street.dutyPhone(area) : anyone
  return { state: 'old', ...(area && { area: briefOf(area) }), ...(dutyPhone && { dutyPhone }) }
}
