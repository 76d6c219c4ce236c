import { contractVersion } from '../../contract/envelope'
import { policyService } from '../../contract/policy'
import { requestService } from '../../contract/request'
import type { RequestView } from '../../contract/requestView'
import triage from '../../domain/policy/triage.json'
import deadline from '../../domain/policy/deadline.json'
import calendar from '../../domain/policy/calendar.json'
import { builtIn } from '../../domain/policy/policies'
import { middleOf } from './exampleStreet'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
})

/** 刘洋 is on duty for the whole street. */
const liu = () => street.as('liu')

const note = '按上个月的更正改的'

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

const report = async (text: string) =>
  (
    await street
      .as('zhang')
      .ok(requestService, 'submit', { text, place: { point: middleOf(1) }, photos: [], token: tokens.next() })
  ).request

const save = async (kind: 'triage' | 'tiers' | 'deadline' | 'calendar', body: string) =>
  (await liu().ok(policyService, 'saveDraft', { kind, body, note, token: tokens.next() })).draft

const rehearse = async (id: string) =>
  (await liu().ok(policyService, 'rehearse', { id, token: tokens.next() })).draft

const publish = async ({ id, version }: { id: string; version: number }) =>
  (await liu().ok(policyService, 'publish', { id, version, token: tokens.next() })).draft

it('a rule is drafted, tried on what came in, published by a named person, and decides the next report', async () => {
  const before = await report('老榕树下面的石凳坏了')
  const draft = await save('triage', withBanyan())
  expect(draft).toMatchObject({ basedOn: 'triage:1', note, by: { name: '刘洋', post: '街道值班员' } })

  const rehearsed = await rehearse(draft.id)
  expect(rehearsed.rehearsal).toMatchObject({
    against: 'triage:1',
    messages: 1,
    changed: 1,
    lostDangers: 0,
    changes: [{ id: before.id, text: '老榕树下面的石凳坏了' }],
  })
  expect(rehearsed.rehearsal?.ways).toContainEqual({ point: 'tier', from: before.tier, to: 'D', times: 1 })
  // Trying changes nothing for anyone.
  expect((await report('老榕树下面的石凳坏了')).tier).toBe(before.tier)

  expect(await publish(rehearsed)).toMatchObject({ publishedAs: 'triage:2' })
  const after = await report('老榕树底下的落叶没人扫')
  expect(after).toMatchObject({ tier: 'D', reasons: ['老榕树要街道定。'] })
  const [stored] = await street.find('requests', { _id: after.id })
  expect(stored).toMatchObject({
    triage: { category: 'cityManagement', policy: 'triage:2', trace: { decidedBy: 'd.banyan' } },
  })
  // A danger stays one, whatever a rule below it decides.
  expect((await report('老榕树下面的电箱在冒火花')).tier).toBe('A')

  const { kinds, drafts } = await liu().ok(policyService, 'list', {})
  expect(kinds.find(({ kind }) => kind === 'triage')).toMatchObject({
    active: 'triage:2',
    versions: [{ id: 'triage:2', note, by: { name: '刘洋' } }, { id: 'triage:1' }],
  })
  expect(drafts).toMatchObject([{ id: draft.id, publishedAs: 'triage:2' }])
  // What residents wrote is not kept with a draft.
  expect(JSON.stringify(await street.find('policyDrafts', {}))).not.toContain('石凳')
})

it('goes back to an earlier version by the same way', async () => {
  const { draft } = await liu().ok(policyService, 'saveDraft', {
    kind: 'tiers',
    from: 'tiers:2',
    note,
    token: tokens.next(),
  })
  expect(await publish(await rehearse(draft.id))).toMatchObject({ publishedAs: 'tiers:3' })
  const { body } = await liu().ok(policyService, 'read', { id: 'tiers:3' })
  expect(JSON.parse(body)).toEqual({ ...(builtIn['tiers:2'] as object), id: 'tiers:3' })
})

it('a street that chooses other letters reads them from then on, residents never a bare one', async () => {
  const lamp = await report('三单元楼道灯坏了')
  expect(lamp.label).toEqual({ words: '网格员来办', urgent: false })
  await publish(await rehearse((await save('tiers', JSON.stringify(builtIn['tiers:2'] as object))).id))
  const gas = await report('厨房有很重的煤气味')
  expect(gas.label).toEqual({ words: '急事马上办', urgent: true })
  const { lines } = await street.as('chen').ok(requestService, 'worklist', {})
  expect(lines.map(({ id, label }) => [id, label.words])).toEqual([
    [gas.id, '急事 · A 网格/街区'],
    [lamp.id, 'A 网格/街区'],
  ])
  const { request } = await street.as('chen').ok(requestService, 'read', { id: gas.id })
  expect(request.tierWords?.map(({ words }) => words)).toEqual(['急事', '网格办', '街区联办', '街道统筹'])
})

it.each([
  ['tiers:1', '网格员来办'],
  ['tiers:2', '街区里办'],
])(
  'under %s danger has its clocks and its flag, and loses both when a person lowers it',
  async (id, words) => {
    if (id !== 'tiers:1')
      await publish(await rehearse((await save('tiers', JSON.stringify(builtIn[id] as object))).id))
    const gas = await report('厨房有很重的煤气味，邻居头晕')
    const clocksOf = ({ clocks }: RequestView) =>
      clocks.map(({ name }) => name).filter(name => name !== 'danger')
    const ofDanger = ['accept', 'reply', 'onSite', 'controlled', 'resolve', 'progress']
    const { request } = await street.as('chen').ok(requestService, 'read', { id: gas.id })
    expect(request.label.urgent).toBe(true)
    expect(clocksOf(request).sort()).toEqual([...ofDanger].sort())
    const link = `/pages/request/index?id=${gas.id}`
    for (const name of ['wang', 'liu'] as const)
      expect(await street.find('inbox', { personId: street.id(name), link })).toHaveLength(1)
    const retier = async (tier: 'A' | 'B', { version }: RequestView) =>
      (
        await street
          .as('chen')
          .ok(requestService, 'retier', { id: gas.id, version, tier, text: '看过了', token: tokens.next() })
      ).request
    const lowered = await retier('B', request)
    expect(lowered.label.urgent).toBe(false)
    expect(clocksOf(lowered).sort()).toEqual(['accept', 'reply', 'resolve'])
    const theirs = (await street.as('zhang').ok(requestService, 'read', { id: gas.id })).request
    expect(theirs.label).toEqual({ words, urgent: false })
    const raised = await retier('A', lowered)
    expect(raised.label.urgent).toBe(true)
    expect(clocksOf(raised).sort()).toEqual([...ofDanger].sort())
  },
)

describe('a draft', () => {
  it('names the place that does not fit', async () => {
    const refused = async (kind: string, body: unknown) =>
      liu().error('policy.saveDraft', {
        kind,
        body: typeof body === 'string' ? body : JSON.stringify(body),
        note,
        token: tokens.next(),
      })
    const broken = { ...deadline, tiers: { ...deadline.tiers, B: { ...deadline.tiers.B, accept: {} } } }
    expect(await refused('deadline', broken)).toMatchObject({
      code: 'invalid',
      field: 'body.tiers.B.accept.length',
    })
    expect(await refused('triage', '{"rules": [')).toMatchObject({ code: 'invalid', field: 'body' })
    expect(await refused('triage', '[]')).toMatchObject({ code: 'invalid', field: 'body' })
    expect(await refused('triage', { ...triage, spellings: { 'a.b': 'c' } })).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('a.b') as string,
    })
    expect(await refused('weather', '{}')).toMatchObject({ code: 'invalid', field: 'kind' })
    expect(await street.find('policyDrafts', {})).toEqual([])
  })

  it('needs a text or an earlier version of its own kind', async () => {
    const input = { kind: 'tiers', note, token: tokens.next() }
    expect(await liu().error('policy.saveDraft', input)).toMatchObject({ code: 'invalid', field: 'body' })
    expect(await liu().error('policy.saveDraft', { ...input, from: 'triage:1' })).toMatchObject({
      code: 'invalid',
      field: 'body',
    })
    expect(await liu().error('policy.saveDraft', { ...input, from: 'tiers:99' })).toMatchObject({
      code: 'notFound',
    })
  })

  it('says which rule cannot be reached', async () => {
    const policy = builtIn['triage:1'] as typeof triage
    const [first] = policy.rules
    const dead = { ...first, id: 'b.dead', tier: 'B', danger: undefined, all: ['路灯'], none: '路灯' }
    const { findings } = await save('triage', JSON.stringify({ ...policy, rules: [...policy.rules, dead] }))
    expect(findings).toContainEqual({ kind: 'unreachable', what: 'b.dead' })
  })

  it('is gone on with from its text, by somebody who is told under whose name it would be published', async () => {
    const body = JSON.stringify(builtIn['tiers:2'])
    const { id } = await save('tiers', body)
    const opened = await liu().ok(policyService, 'draft', { id, withBody: true })
    expect(opened).toMatchObject({ body, draft: { id }, you: { name: '刘洋', post: '街道值班员' } })
    expect(opened.tierWords.map(({ words }) => words)).toEqual([
      'A 急事',
      'B 网格办',
      'C 街区联办',
      'D 统筹办',
    ])
    expect(await liu().ok(policyService, 'draft', { id })).not.toHaveProperty('body')
  })

  it('sent twice is one draft', async () => {
    const input = { kind: 'tiers' as const, from: 'tiers:2', note, token: tokens.next() }
    const first = await liu().ok(policyService, 'saveDraft', input)
    expect(await liu().ok(policyService, 'saveDraft', input)).toEqual(first)
    expect(await street.find('policyDrafts', {})).toHaveLength(1)
  })

  it('is limited in number', async () => {
    const input = () => ({ kind: 'tiers' as const, from: 'tiers:2', note, token: tokens.next() })
    for (let n = 0; n < 20; n++) await liu().ok(policyService, 'saveDraft', input())
    expect(await liu().error('policy.saveDraft', input())).toMatchObject({ code: 'tooMany' })
  })
})

describe('a rehearsal', () => {
  it('shows dangers that would be lost, and publishing waits until somebody says to have read them', async () => {
    const gas = await report('厨房一股煤气味，头晕')
    expect(gas.tier).toBe('A')
    const policy = builtIn['triage:1'] as typeof triage
    // A draft that sees no danger at all.
    const blind = { ...policy, rules: policy.rules.filter(({ tier }) => tier !== 'A') }
    const model = { ...policy.model, danger: 1000, calmed: 1000, outweighed: 1000, sure: 1000 }
    const rehearsed = await rehearse((await save('triage', JSON.stringify({ ...blind, model }))).id)
    expect(rehearsed.rehearsal).toMatchObject({
      lostDangers: 1,
      changes: [{ id: gas.id, lostDanger: true }],
    })
    const input = { id: rehearsed.id, version: rehearsed.version }
    expect(await liu().error('policy.publish', { ...input, token: tokens.next() })).toMatchObject({
      code: 'wrongState',
      message: expect.stringContaining('1 件') as string,
    })
    const read = { ...input, lostDangersRead: true, token: tokens.next() }
    expect((await liu().ok(policyService, 'publish', read)).draft.publishedAs).toBe('triage:2')
  })

  it('of deadlines says what would run out earlier or later', async () => {
    const { tier } = await report('楼道灯坏了')
    const rules = deadline.tiers[tier as 'B']
    const longer = { ...rules, resolve: { ...rules.resolve, length: { days: 30 } } }
    const body = JSON.stringify({ ...deadline, tiers: { ...deadline.tiers, [tier]: longer } })
    const { rehearsal } = await rehearse((await save('deadline', body)).id)
    expect(rehearsal?.ways).toEqual([{ point: 'resolve', from: tier, to: 'later', times: 1 }])
  })

  it('of letters says which would change', async () => {
    await report('楼道灯坏了')
    const { rehearsal } = await rehearse(
      (await save('tiers', JSON.stringify(builtIn['tiers:2'] as object))).id,
    )
    expect(rehearsal?.ways).toEqual([{ point: 'letter', from: 'B', to: 'A', times: 1 }])
  })

  it('sent twice is one, and the draft in force takes none', async () => {
    const { id } = await save('tiers', JSON.stringify(builtIn['tiers:2'] as object))
    const input = { id, token: tokens.next() }
    const first = await liu().ok(policyService, 'rehearse', input)
    expect(await liu().ok(policyService, 'rehearse', input)).toEqual(first)
    await publish(first.draft)
    expect(await liu().error('policy.rehearse', { id, token: tokens.next() })).toMatchObject({
      code: 'wrongState',
    })
  })

  it('of one draft ends after a hundred', async () => {
    const { id } = await save('tiers', JSON.stringify(builtIn['tiers:2'] as object))
    const [stored] = await street.find('policyDrafts', { _id: id })
    const [saved] = stored?.events as object[]
    await street.import('policyDrafts', [
      { ...stored, _id: `${id}x`, events: Array.from({ length: 100 }, () => saved) },
    ])
    expect(await liu().error('policy.rehearse', { id: `${id}x`, token: tokens.next() })).toMatchObject({
      code: 'historyFull',
    })
  })
})

describe('publishing', () => {
  it('takes only what was tried against what is in force now', async () => {
    const untried = await save('tiers', JSON.stringify(builtIn['tiers:2'] as object))
    const input = { id: untried.id, version: untried.version, token: tokens.next() }
    expect(await liu().error('policy.publish', input)).toMatchObject({ code: 'wrongState' })

    const other = await rehearse((await save('tiers', JSON.stringify(builtIn['tiers:2'] as object))).id)
    const tried = await rehearse(untried.id)
    await publish(other)
    expect(
      await liu().error('policy.publish', { id: tried.id, version: tried.version, token: tokens.next() }),
    ).toMatchObject({ code: 'wrongState', message: expect.stringContaining('再试算') as string })
    expect((await street.find('pointers', {}))[0]).toMatchObject({ policies: { tiers: 'tiers:3' } })
  })

  it('refuses deadlines that reach into a year without holidays', async () => {
    const thisYear = new Date().getUTCFullYear()
    const years = Object.fromEntries(
      Object.entries(calendar.years).filter(([year]) => Number(year) < thisYear),
    )
    const draft = await rehearse((await save('calendar', JSON.stringify({ ...calendar, years }))).id)
    expect(draft.findings).toContainEqual({ kind: 'missingYear', what: String(thisYear) })
    expect(
      await liu().error('policy.publish', { id: draft.id, version: draft.version, token: tokens.next() }),
    ).toMatchObject({ code: 'wrongState', message: expect.stringContaining(String(thisYear)) as string })
  })

  it('shows the present draft to a screen that is old', async () => {
    const { id } = await save('tiers', JSON.stringify(builtIn['tiers:2'] as object))
    await rehearse(id)
    expect(await liu().error('policy.publish', { id, version: 1, token: tokens.next() })).toMatchObject({
      code: 'conflict',
      current: { draft: { id, version: 2 } },
    })
  })

  it('sent twice, and by two at once, is one version', async () => {
    const draft = await rehearse((await save('tiers', JSON.stringify(builtIn['tiers:2'] as object))).id)
    const input = { id: draft.id, version: draft.version, token: tokens.next() }
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => liu().raw({ action: 'policy.publish', input, v: contractVersion })),
    )
    expect(replies.some(({ reply }) => reply.ok)).toBe(true)
    expect((await liu().ok(policyService, 'publish', input)).draft.publishedAs).toBe('tiers:3')
    expect(await street.find('policies', {})).toHaveLength(1)
    expect((await street.find('pointers', {}))[0]).toMatchObject({ policies: { tiers: 'tiers:3' } })
  })

  it('refuses a deadline policy too that reaches into a year without holidays', async () => {
    const lastYear = Math.max(...Object.keys(calendar.years).map(Number))
    const rules = deadline.tiers.D
    const long = { ...rules, resolve: { ...rules.resolve, length: { workingDays: 1000 } } }
    const body = JSON.stringify({ ...deadline, tiers: { ...deadline.tiers, D: long } })
    const draft = await rehearse((await save('deadline', body)).id)
    expect(draft.findings).toContainEqual({ kind: 'missingYear', what: String(lastYear + 1) })
    expect(
      await liu().error('policy.publish', { id: draft.id, version: draft.version, token: tokens.next() }),
    ).toMatchObject({ code: 'wrongState', message: expect.stringContaining(String(lastYear + 1)) as string })
  })

  it('that broke off before the pointer was set is finished by sending it again', async () => {
    const draft = await rehearse((await save('tiers', JSON.stringify(builtIn['tiers:2'] as object))).id)
    const by = { personId: street.id('liu'), officerId: 'o-liu', name: '刘洋', post: 'streetDuty' }
    await street.import('policies', [
      {
        _id: 'tiers:3',
        v: 1,
        kind: 'tiers',
        body: { ...(builtIn['tiers:2'] as object), id: 'tiers:3' },
        note,
        draftId: draft.id,
        publishedAt: Date.now(),
        publishedBy: by,
      },
    ])
    expect(await publish(draft)).toMatchObject({ publishedAs: 'tiers:3' })
    expect(await street.find('policies', {})).toHaveLength(1)
    expect((await street.find('pointers', {}))[0]).toMatchObject({ policies: { tiers: 'tiers:3' } })
  })
})

describe('corrections', () => {
  const corrected = async () => {
    const request: RequestView = await report('楼道灯坏了')
    const input = {
      id: request.id,
      version: request.version,
      tier: 'C' as const,
      text: '要和物业一起',
      token: tokens.next(),
    }
    await street.as('chen').ok(requestService, 'retier', input)
    return request
  }

  it('are counted by the rule that had decided', async () => {
    await corrected()
    await report('楼上漏水到我家')
    const found = await liu().ok(policyService, 'corrections', {})
    expect(found).toMatchObject({ corrections: 1, decided: 2, tiers: [{ from: 'B', to: 'C', times: 1 }] })
    expect(found.rules).toMatchObject([{ corrections: 1, reasons: ['要和物业一起'] }])
  })

  it('read through an index, however many requests there are', async () => {
    const { id } = await corrected()
    await street.import(
      'requests',
      await street.copies(id, 200, n => ({ correctedKey: undefined, createdAt: n, no: `old-${n}` })),
    )
    const { usage } = await liu().raw({ action: 'policy.corrections', input: {}, v: contractVersion })
    expect(usage.ops).toBeLessThanOrEqual(4)
  })

  it('refuses what is no instant', async () =>
    expect(await liu().error('policy.corrections', { from: 'yesterday' })).toMatchObject({
      code: 'invalid',
      field: 'from',
    }))
})

it.each(['stranger', 'zhang', 'chen', 'lead', 'wang'] as const)(
  '%s sees and does nothing here',
  async name => {
    const draft = await rehearse((await save('tiers', JSON.stringify(builtIn['tiers:2'] as object))).id)
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
      expect(await street.as(name).error(`policy.${action}`, input)).toMatchObject({ code: 'notFound' })
  },
)

it('says so when there is no such draft or policy', async () => {
  const token = tokens.next()
  expect(await liu().error('policy.draft', { id: 'd-nothing' })).toMatchObject({ code: 'notFound' })
  expect(await liu().error('policy.rehearse', { id: 'd-nothing', token })).toMatchObject({ code: 'notFound' })
  expect(await liu().error('policy.publish', { id: 'd-nothing', version: 1, token })).toMatchObject({
    code: 'notFound',
  })
  expect(await liu().error('policy.read', { id: 'tiers:77' })).toMatchObject({ code: 'notFound' })
  expect(await liu().error('policy.read', { id: 'areaKinds:1' })).toMatchObject({ code: 'notFound' })
})
