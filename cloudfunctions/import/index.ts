import { importService } from '../../contract/import'
import { implement } from '../kernel/implement'
import { advance } from './advance'
import { apply } from './apply'
import { exportFile } from './exportFile'
import { list } from './list'
import { read } from './read'
import { recheck } from './recheck'
import { start } from './start'
import { template } from './template'
import { undo } from './undo'

export const importing = implement(importService, {
  template,
  start,
  advance,
  read,
  list,
  apply,
  recheck,
  undo,
  exportFile,
})
