import { requestService } from '../../contract/request'
import { implement } from '../kernel/implement'
import { accept } from './accept'
import { confirm } from './confirm'
import { mine } from './mine'
import { read } from './read'
import { reply } from './reply'
import { resolve } from './resolve'
import { submit } from './submit'
import { worklist } from './worklist'

export const request = implement(requestService, {
  submit,
  mine,
  read,
  worklist,
  accept,
  reply,
  resolve,
  confirm,
})
