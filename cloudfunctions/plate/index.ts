import { plateService } from '../../contract/plate'
import { implement } from '../kernel/implement'
import { issue } from './issue'
import { list } from './list'
import { open } from './open'
import { reissue } from './reissue'

export const plate = implement(plateService, { open, list, issue, reissue })
