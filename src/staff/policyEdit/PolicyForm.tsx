import type { PolicyKind } from '../../../contract/policy'
import type { TierWords } from '../../../contract/requestView'
import type { DeadlinePolicy } from '../../../domain/deadline/deadlinePolicy'
import type { CalendarData } from '../../../domain/time/calendar'
import type { TierPreset } from '../../../domain/triage/tierPreset'
import type { TriagePolicy } from '../../../domain/triage/triagePolicy'
import { CalendarForm } from './CalendarForm'
import { DeadlineForm } from './DeadlineForm'
import type { FormProps } from './forms'
import { RulesForm } from './RulesForm'
import { TiersForm } from './TiersForm'

/** The form of a kind of policy. What is stored fits the kind: the cloud has checked it. */
export const PolicyForm = ({
  kind,
  policy,
  tierWords,
  ...props
}: FormProps<unknown> & { kind: PolicyKind; tierWords: TierWords }) => {
  if (kind === 'tiers') return <TiersForm policy={policy as TierPreset} {...props} />
  if (kind === 'deadline')
    return <DeadlineForm policy={policy as DeadlinePolicy} tierWords={tierWords} {...props} />
  if (kind === 'calendar') return <CalendarForm policy={policy as CalendarData} {...props} />
  return <RulesForm policy={policy as TriagePolicy} tierWords={tierWords} {...props} />
}
