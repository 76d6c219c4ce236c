import { policyService } from '../../contract/policy'
import { requestService } from '../../contract/request'
import type { RequestView } from '../../contract/requestView'
import { builtIn } from '../../domain/policy/policies'
import type triage from '../../domain/policy/triage.json'
import { note, openPolicyDesk, type PolicyDesk } from './policyDesk'
import { tokens } from './tokens'

let desk: PolicyDesk

beforeEach(async () => {
  desk = await openPolicyDesk()
})

/** The built-in rules with one that decides: the old banyan is the street's. */
const withBanyan = () => {
  const policy = builtIn['triage:1'] as typeof triage
  const rule = {
    id: 'd.banyan',
    tier: 'D',
    priority: 50,
    decides: true,
    all: ['老榕树'],
    category: 'cityManagement',
    because: '老榕树要街道定。',
  }
  return JSON.stringify({ ...policy, rules: [...policy.rules, rule] })
}

it('a rule is drafted, tried on what came in, published by a named person, and decides the next report', async () => {
  const before = await desk.report('老榕树下面的石凳坏了')
  const draft = await desk.save('triage', withBanyan())
  expect(draft).toMatchObject({ basedOn: 'triage:1', note, by: { name: '刘洋', post: '街道值班员' } })

  const rehearsed = await desk.rehearse(draft.id)
  expect(rehearsed.rehearsal).toMatchObject({
    against: 'triage:1',
    messages: 1,
    changed: 1,
    lostDangers: 0,
    changes: [{ id: before.id, text: '老榕树下面的石凳坏了' }],
  })
  expect(rehearsed.rehearsal?.ways).toContainEqual({ point: 'tier', from: before.tier, to: 'D', times: 1 })
  // Trying changes nothing for anyone.
  expect((await desk.report('老榕树下面的石凳坏了')).tier).toBe(before.tier)

  expect(await desk.publish(rehearsed)).toMatchObject({ publishedAs: 'triage:2' })
  const after = await desk.report('老榕树底下的落叶没人扫')
  expect(after).toMatchObject({ tier: 'D', reasons: ['老榕树要街道定。'] })
  const [stored] = await desk.street.find('requests', { _id: after.id })
  expect(stored).toMatchObject({
    triage: { category: 'cityManagement', policy: 'triage:2', trace: { decidedBy: 'd.banyan' } },
  })
  // A danger stays one, whatever a rule below it decides.
  expect((await desk.report('老榕树下面的电箱在冒火花')).tier).toBe('A')

  const { kinds, drafts } = await desk.liu.ok(policyService, 'list', {})
  expect(kinds.find(({ kind }) => kind === 'triage')).toMatchObject({
    active: 'triage:2',
    versions: [{ id: 'triage:2', note, by: { name: '刘洋' } }, { id: 'triage:1' }],
  })
  expect(drafts).toMatchObject([{ id: draft.id, publishedAs: 'triage:2' }])
  // What residents wrote is not kept with a draft.
  expect(JSON.stringify(await desk.street.find('policyDrafts', {}))).not.toContain('石凳')
})

it('goes back to an earlier version by the same way', async () => {
  const { draft } = await desk.liu.ok(policyService, 'saveDraft', {
    kind: 'tiers',
    from: 'tiers:2',
    note,
    token: tokens.next(),
  })
  expect(await desk.publish(await desk.rehearse(draft.id))).toMatchObject({ publishedAs: 'tiers:3' })
  const { body } = await desk.liu.ok(policyService, 'read', { id: 'tiers:3' })
  expect(JSON.parse(body)).toEqual({ ...(builtIn['tiers:2'] as object), id: 'tiers:3' })
})

it('a street that chooses other letters reads them from then on, residents never a bare one', async () => {
  const lamp = await desk.report('三单元楼道灯坏了')
  expect(lamp.label).toEqual({ words: '网格员来办', urgent: false })
  await desk.publish(
    await desk.rehearse((await desk.save('tiers', JSON.stringify(builtIn['tiers:2'] as object))).id),
  )
  const gas = await desk.report('厨房有很重的煤气味')
  expect(gas.label).toEqual({ words: '急事马上办', urgent: true })
  const { lines } = await desk.street.as('chen').ok(requestService, 'worklist', {})
  expect(lines.map(({ id, label }) => [id, label.words])).toEqual([
    [gas.id, '急事 · A 网格/街区'],
    [lamp.id, 'A 网格/街区'],
  ])
  const { request } = await desk.street.as('chen').ok(requestService, 'read', { id: gas.id })
  expect(request.tierWords?.map(({ words }) => words)).toEqual(['急事', '网格办', '街区联办', '街道统筹'])
})

it.each([
  ['tiers:1', '网格员来办'],
  ['tiers:2', '街区里办'],
])(
  'under %s danger has its clocks and its flag, and loses both when a person lowers it',
  async (id, words) => {
    if (id !== 'tiers:1')
      await desk.publish(
        await desk.rehearse((await desk.save('tiers', JSON.stringify(builtIn[id] as object))).id),
      )
    const gas = await desk.report('厨房有很重的煤气味，邻居头晕')
    const clocksOf = ({ clocks }: RequestView) =>
      clocks.map(({ name }) => name).filter(name => name !== 'danger')
    const ofDanger = ['accept', 'reply', 'onSite', 'controlled', 'resolve', 'progress']
    const { request } = await desk.street.as('chen').ok(requestService, 'read', { id: gas.id })
    expect(request.label.urgent).toBe(true)
    expect(clocksOf(request).sort()).toEqual([...ofDanger].sort())
    const link = `/pages/request/index?id=${gas.id}`
    for (const name of ['wang', 'liu'] as const)
      expect(await desk.street.find('inbox', { personId: desk.street.id(name), link })).toHaveLength(1)
    const retier = async (tier: 'A' | 'B', { version }: RequestView) =>
      (
        await desk.street
          .as('chen')
          .ok(requestService, 'retier', { id: gas.id, version, tier, text: '看过了', token: tokens.next() })
      ).request
    const lowered = await retier('B', request)
    expect(lowered.label.urgent).toBe(false)
    expect(clocksOf(lowered).sort()).toEqual(['accept', 'reply', 'resolve'])
    const theirs = (await desk.street.as('zhang').ok(requestService, 'read', { id: gas.id })).request
    expect(theirs.label).toEqual({ words, urgent: false })
    const raised = await retier('A', lowered)
    expect(raised.label.urgent).toBe(true)
    expect(clocksOf(raised).sort()).toEqual([...ofDanger].sort())
  },
)

it.each(['stranger', 'zhang', 'chen', 'lead', 'wang'] as const)(
  '%s sees and does nothing here',
  async name => {
    const draft = await desk.rehearse(
      (await desk.save('tiers', JSON.stringify(builtIn['tiers:2'] as object))).id,
    )
    const { id, version } = draft
    const token = tokens.next()
    for (const [action, input] of [
      ['list', {}],
      ['read', { id: 'triage:1' }],
      ['saveDraft', { kind: 'tiers', from: 'tiers:2', note, token }],
      ['draft', { id }],
      ['rehearse', { id, token }],
      ['publish', { id, version, token }],
      ['corrections', {}],
    ] as const)
      expect(await desk.street.as(name).error(`policy.${action}`, input)).toMatchObject({ code: 'notFound' })
  },
)

it('says so when there is no such draft or policy', async () => {
  const token = tokens.next()
  expect(await desk.liu.error('policy.draft', { id: 'd-nothing' })).toMatchObject({ code: 'notFound' })
  expect(await desk.liu.error('policy.rehearse', { id: 'd-nothing', token })).toMatchObject({
    code: 'notFound',
  })
  expect(await desk.liu.error('policy.publish', { id: 'd-nothing', version: 1, token })).toMatchObject({
    code: 'notFound',
  })
  expect(await desk.liu.error('policy.read', { id: 'tiers:77' })).toMatchObject({ code: 'notFound' })
  expect(await desk.liu.error('policy.read', { id: 'areaKinds:1' })).toMatchObject({ code: 'notFound' })
})
