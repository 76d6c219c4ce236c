import { policyService } from '../../contract/policy'
import deadline from '../../domain/policy/deadline.json'
import { builtIn } from '../../domain/policy/policies'
import triage from '../../domain/policy/triage.json'
import { note, openPolicyDesk, type PolicyDesk } from './policyDesk'
import { tokens } from './tokens'

let desk: PolicyDesk

beforeEach(async () => {
  desk = await openPolicyDesk()
})

describe('a draft', () => {
  it('names the place that does not fit', async () => {
    const refused = async (kind: string, body: unknown) =>
      desk.liu.error('policy.saveDraft', {
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
    expect(await desk.street.find('policyDrafts', {})).toEqual([])
  })

  it('needs a text or an earlier version of its own kind', async () => {
    const input = { kind: 'tiers', note, token: tokens.next() }
    expect(await desk.liu.error('policy.saveDraft', input)).toMatchObject({ code: 'invalid', field: 'body' })
    expect(await desk.liu.error('policy.saveDraft', { ...input, from: 'triage:1' })).toMatchObject({
      code: 'invalid',
      field: 'body',
    })
    expect(await desk.liu.error('policy.saveDraft', { ...input, from: 'tiers:99' })).toMatchObject({
      code: 'notFound',
    })
  })

  it('says which rule cannot be reached', async () => {
    const policy = builtIn['triage:1'] as typeof triage
    const [first] = policy.rules
    const dead = { ...first, id: 'b.dead', tier: 'B', danger: undefined, all: ['路灯'], none: '路灯' }
    const { findings } = await desk.save(
      'triage',
      JSON.stringify({ ...policy, rules: [...policy.rules, dead] }),
    )
    expect(findings).toContainEqual({ kind: 'unreachable', what: 'b.dead' })
  })

  it('is gone on with from its text, by somebody who is told under whose name it would be published', async () => {
    const body = JSON.stringify(builtIn['tiers:2'])
    const { id } = await desk.save('tiers', body)
    const opened = await desk.liu.ok(policyService, 'draft', { id, withBody: true })
    expect(opened).toMatchObject({ body, draft: { id }, you: { name: '刘洋', post: '街道值班员' } })
    expect(opened.tierWords.map(({ words }) => words)).toEqual([
      'A 急事',
      'B 网格办',
      'C 街区联办',
      'D 统筹办',
    ])
    expect(await desk.liu.ok(policyService, 'draft', { id })).not.toHaveProperty('body')
  })

  it('sent twice is one draft', async () => {
    const input = { kind: 'tiers' as const, from: 'tiers:2', note, token: tokens.next() }
    const first = await desk.liu.ok(policyService, 'saveDraft', input)
    expect(await desk.liu.ok(policyService, 'saveDraft', input)).toEqual(first)
    expect(await desk.street.find('policyDrafts', {})).toHaveLength(1)
  })

  it('is limited in number', async () => {
    const input = () => ({ kind: 'tiers' as const, from: 'tiers:2', note, token: tokens.next() })
    for (let n = 0; n < 20; n++) await desk.liu.ok(policyService, 'saveDraft', input())
    expect(await desk.liu.error('policy.saveDraft', input())).toMatchObject({ code: 'tooMany' })
  })
})
