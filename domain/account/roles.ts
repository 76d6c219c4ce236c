import type { Permission } from '../../contract/permissions'
import type { PostKind } from './post'

interface Role {
  /** The post in words. */
  words: string
  permissions: readonly Permission[]
}

/** Which post carries which permissions, on its area and everything below. The one place where roles are known. */
export const roles: Record<PostKind, Role> = {
  gridMember: { words: '网格员', permissions: ['request.read', 'request.handle'] },
  blockLead: { words: '街区负责人', permissions: ['request.read', 'request.handle'] },
  communityDuty: { words: '社区值班员', permissions: ['request.read', 'request.handle', 'request.oversee'] },
  streetDuty: { words: '街道值班员', permissions: ['request.read', 'request.oversee'] },
}
