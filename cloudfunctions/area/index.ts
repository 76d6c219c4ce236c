import { areaService } from '../../contract/area'
import { implement } from '../kernel/implement'
import { card } from './card'
import { list } from './list'
import { locate } from './locate'
import { map } from './map'
import { search } from './search'

export const area = implement(areaService, { list, map, locate, search, card })
