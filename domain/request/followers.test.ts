import { around, by, doing, first } from './exampleMerged'
import { acceptRequest, replyToRequest } from './handleRequest'
import type { Request } from './request'

it('tells those who joined every step that everybody may know, and not what was said', () => {
  const joined = { ...first(), joined: 2 }
  const accepted = acceptRequest(joined, doing(2), around)
  const followers = (request: Request) => request.effects.filter(({ kind }) => kind === 'tellFollowers')
  expect(followers(accepted)).toHaveLength(1)
  const spoken = replyToRequest(accepted, by('p-zhang', 3), { text: '我在家', photos: [] }, around)
  expect(followers(spoken)).toHaveLength(1)
  const answered = replyToRequest(spoken, doing(4), { text: '张阿姨好', photos: [] }, around)
  expect(followers(answered)).toHaveLength(2)
  expect(JSON.stringify(followers(answered))).not.toContain('张阿姨')
  expect(followers(acceptRequest(first(), doing(2), around))).toHaveLength(0)
})
