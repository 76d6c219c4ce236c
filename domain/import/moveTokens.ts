import type { Run } from './run'

/** What the events of requests and topics that followed an import carry: by this each follows once, and finds back. */
export const moveTokens = ({
  _id,
  target,
}: Pick<Run, '_id' | 'target'>): { there: string; back: string } => ({
  there: `${_id}-${target}`,
  back: `${_id}-${target}-back`,
})
