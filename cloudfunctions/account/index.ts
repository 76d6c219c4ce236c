import { accountService } from '../../contract/account'
import { implement } from '../kernel/implement'
import { home } from './home'
import { inbox } from './inbox'
import { markSeen } from './markSeen'
import { setHome } from './setHome'

export const account = implement(accountService, { home, inbox, markSeen, setHome })
