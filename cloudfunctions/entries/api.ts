import { account } from '../account'
import { area } from '../area'
import { council } from '../council'
import { importing } from '../import'
import { serve } from '../kernel/serve'
import { plate } from '../plate'
import { policy } from '../policy'
import { request } from '../request'
import { roster } from '../roster'

export const main = serve([account, area, council, importing, plate, policy, request, roster])
