/**
 * What an officer may be allowed to do on an area and everything below it. Code asks for these names, never for a
 * role or a group; which post carries which is data: the policy `postKinds`.
 */
export const permissions = {
  'request.read': 'See the requests of the area, with their history.',
  'request.handle': 'Accept, answer and resolve the requests of the area.',
  'request.record':
    'Enter what was found on a round, what somebody tells who has no phone, and what the hotline passes on, in the area.',
  'request.oversee': 'Be told of overdue and reopened requests of the area.',
  'officer.manage': 'Enter leave and cover of the officers of the area, and see who they are.',
  'plate.manage': 'Issue and re-issue the notice plates of the area.',
  'area.manage': 'Import areas, officers and buildings of the area, and undo an import.',
  'policy.manage': 'Draft, rehearse and publish the rules, letters, deadlines and calendar of the street.',
} as const

export type Permission = keyof typeof permissions
