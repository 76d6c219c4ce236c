import type { Post } from '../../domain/account/post'
import { openClocks } from '../../domain/deadline/clocks'
import { documentId } from '../../domain/id/documentId'
import type { Request } from '../../domain/request/request'
import { officerOf, routeTo } from '../../domain/request/routeTo'
import { submitRequest } from '../../domain/request/submitRequest'
import { triage } from '../../domain/triage/triage'
import type { Planned } from './planned'
import type { World } from './world'

/** The request as it is when it has just arrived: sorted, clocked and given to somebody by the domain. */
export const report = ({ street, policies, album }: World, planned: Planned, token: string): Request => {
  const { reporterId, grid, place, words, tile, photos, at } = planned
  const [text] = words
  const decision = triage({ text, ...(tile && { tile }), photos }, policies.triage)
  const around = street.posts(grid.path, at)
  const post = routeTo(decision.route, around, at)
  return submitRequest(
    {
      id: documentId('r', reporterId, token),
      token,
      reporterId,
      text,
      ...(tile && { tile }),
      place,
      photos: album.uploads(token, photos),
      gridId: grid._id,
      areaIds: grid.path,
      at,
    },
    {
      triage: decision,
      clocks: openClocks(
        decision.tier,
        at,
        { deadline: policies.deadline, calendar: policies.calendar.forAreas(grid.path) },
        decision.sure,
      ),
      ...(post && {
        assignee: { ...officerOf(post), ...(post.personId && { personId: post.personId }), since: at },
      }),
      alert: decision.tier === 'A' ? alerted(around, decision.sure) : [],
    },
  )
}

/** Danger goes to the duty posts as well; to the street's only when the machine is sure. */
const alerted = (posts: readonly Post[], sure: boolean): string[] =>
  posts
    .filter(
      ({ kind }) => kind === 'gridMember' || kind === 'communityDuty' || (sure && kind === 'streetDuty'),
    )
    .flatMap(({ personId }) => personId ?? [])
