import { councilService } from '../../contract/council'
import { implement } from '../kernel/implement'
import { topic } from './topic'
import { topics } from './topics'
import { vote } from './vote'

export const council = implement(councilService, { topics, topic, vote })
