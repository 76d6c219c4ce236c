import type { Request } from './request'

/**
 * The request of an officer who has bound an account, or has none any more (`undefined`): from now on that account is told.
 * The same object when it lies with somebody else, or knows already.
 */
export const assignAccount = (request: Request, officerId: string, personId: string | undefined): Request => {
  if (request.assignee?.officerId !== officerId || request.assignee.personId === personId) return request
  const { personId: _before, ...officer } = request.assignee
  return { ...request, assignee: { ...officer, ...(personId !== undefined && { personId }) } }
}
