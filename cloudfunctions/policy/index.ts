import { policyService } from '../../contract/policy'
import { implement } from '../kernel/implement'
import { corrections } from './corrections'
import { draft } from './draft'
import { list } from './list'
import { publish } from './publish'
import { read } from './read'
import { rehearse } from './rehearse'
import { saveDraft } from './saveDraft'

export const policy = implement(policyService, {
  list,
  read,
  saveDraft,
  draft,
  rehearse,
  publish,
  corrections,
})
