import { requestService } from '../../contract/request'
import { implement } from '../kernel/implement'
import { accept } from './accept'
import { answerInfo } from './answerInfo'
import { answerObjection } from './answerObjection'
import { askInfo } from './askInfo'
import { confirm } from './confirm'
import { confirmDanger } from './confirmDanger'
import { decideExtension } from './decideExtension'
import { extend } from './extend'
import { followed } from './followed'
import { following } from './following'
import { join } from './join'
import { leave } from './leave'
import { merge } from './merge'
import { mine } from './mine'
import { object } from './object'
import { read } from './read'
import { reply } from './reply'
import { resolve } from './resolve'
import { resume } from './resume'
import { retier } from './retier'
import { similar } from './similar'
import { similarTo } from './similarTo'
import { submit } from './submit'
import { suspend } from './suspend'
import { unmerge } from './unmerge'
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
  confirmDanger,
  askInfo,
  answerInfo,
  extend,
  decideExtension,
  suspend,
  resume,
  retier,
  object,
  answerObjection,
  similar,
  similarTo,
  join,
  leave,
  followed,
  following,
  merge,
  unmerge,
})
