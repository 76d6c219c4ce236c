/**
 * What an officer may be allowed to do on an area and everything below it. Code asks for these names, never for a
 * role or a group; which post carries which is data in `domain/account/roles`.
 */
export const permissions = {
  'request.read': 'See the requests of the area, with their history.',
  'request.handle': 'Accept, answer and resolve the requests of the area.',
  'request.oversee': 'Be told of overdue and reopened requests of the area.',
} as const

export type Permission = keyof typeof permissions
