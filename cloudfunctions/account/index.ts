import { accountService } from '../../contract/account'
import { implement } from '../kernel/implement'
import { claim } from './claim'
import { forgetPlace } from './forgetPlace'
import { home } from './home'
import { inbox } from './inbox'
import { keepPlace } from './keepPlace'
import { markSeen } from './markSeen'
import { places } from './places'
import { setHome } from './setHome'

export const account = implement(accountService, {
  home,
  inbox,
  markSeen,
  places,
  setHome,
  keepPlace,
  claim,
  forgetPlace,
})
