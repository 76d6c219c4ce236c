import { serve } from '../kernel/serve'
import { print } from '../print'

export const main = serve([print])
