import { rosterService } from '../../contract/roster'
import { implement } from '../kernel/implement'
import { makeBindingCode, releaseBinding } from './binding'
import { changeLeave, endLeave } from './changeLeave'
import { appoint, endPost, handOver } from './changePost'
import { covers } from './covers'
import { read } from './read'
import { setLeave } from './setLeave'

export const roster = implement(rosterService, {
  read,
  covers,
  setLeave,
  changeLeave,
  endLeave,
  appoint,
  endPost,
  handOver,
  makeBindingCode,
  releaseBinding,
})
