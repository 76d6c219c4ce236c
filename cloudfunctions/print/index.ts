import { printService } from '../../contract/print'
import { implement } from '../kernel/implement'
import { plates } from './plates'

export const print = implement(printService, { plates })
