import { createHash } from 'node:crypto'
import { areas } from './areas'
import { ballots } from './ballots'
import { bindings } from './bindings'
import { claimTries } from './claimTries'
import type { Collection } from './collection'
import { councils } from './councils'
import { gaps } from './gaps'
import { handouts } from './handouts'
import { imports } from './imports'
import { inbox } from './inbox'
import { joins } from './joins'
import { leaves } from './leaves'
import { nights } from './nights'
import { officers } from './officers'
import { people } from './people'
import { places } from './places'
import { plates } from './plates'
import { pointers } from './pointers'
import { policies } from './policies'
import { policyDrafts } from './policyDrafts'
import { postChanges } from './postChanges'
import { posts } from './posts'
import { requests } from './requests'
import { topics } from './topics'

export const collections = [
  areas,
  ballots,
  bindings,
  claimTries,
  councils,
  gaps,
  handouts,
  imports,
  inbox,
  joins,
  leaves,
  nights,
  officers,
  people,
  places,
  plates,
  pointers,
  policies,
  policyDrafts,
  postChanges,
  posts,
  requests,
  topics,
]

/**
 * What deployment creates: every collection with its indexes, in the shape of WeChat's index API, and a hash that
 * changes when they do.
 */
export const collectionManifest = () => {
  const manifest = (collections as unknown as Collection[]).map(({ name, indexes }) => ({
    name,
    indexes: indexes.map(index => ({
      name: index.name,
      unique: false,
      keys: index.keys.map(([field, direction]) => ({ name: field, direction })),
    })),
  }))
  return {
    collections: manifest,
    schemaHash: createHash('sha256').update(JSON.stringify(manifest)).digest('hex').slice(0, 16),
  }
}
