/** What goes wrong with requests of one kind. Chances are between 0 and 1. */
export interface FaultRule {
  /**
   * Whose: an action of the protocol (`database.getDocument`, `storage.*`), an open API
   * (`wx.openApi:security.msgSecCheck`), or the delivery of an event: `function:<name>` for calls from phones,
   * `timer:<function>`, `message:<event>`. A `*` at the end stands for any rest; the first rule that fits decides.
   */
  action: string
  /** Waits so long before it is done, ms: one number, or the least and the most. */
  latencyMs?: number | [least: number, most: number]
  /** Chance that the request fails, without having been done. */
  errorRate?: number
  /** The error it fails with; of an open API also WeChat's own number, such as `45009`. */
  code?: string
  /** Chance that it is done and the reply never arrives. */
  dropRate?: number
  /** Chance that an event is delivered twice. Only for `function:`, `timer:` and `message:`. */
  duplicateRate?: number
  /** Chance that the environment's clock is moved first. */
  clockJumpRate?: number
  /** How far, ms. */
  clockJumpMs?: number
}

export interface FaultPlan {
  rules: FaultRule[]
  seed: number
}

/** What is to go wrong with one request. */
export interface Fault {
  delayMs: number
  code?: string
  drop: boolean
  duplicate: boolean
  clockJumpMs: number
}

/** A fault that was done to a request. */
export interface FaultNote extends Fault {
  action: string
  /** Which request of this action it was, from 1. */
  nth: number
}

const kept = 200

/**
 * Decides what goes wrong. It depends on the seed, the action and how often that was asked for, and on nothing else: the
 * nth request of an action meets the same fault in every run, whatever goes on beside it.
 */
export class Faults {
  private plan: FaultPlan = { rules: [], seed: 1 }
  private readonly asked = new Map<string, number>()
  private readonly notes: FaultNote[] = []

  get current(): FaultPlan {
    return this.plan
  }

  /** What was done, newest first. */
  get done(): readonly FaultNote[] {
    return this.notes
  }

  /** Replaces the rules and begins to count anew. @throws a sentence for a rule that cannot be */
  set({ rules = [], seed = 1 }: Partial<FaultPlan>): void {
    if (!Array.isArray(rules)) throw new Error('"rules" of the faults is a list')
    if (!Number.isInteger(seed)) throw new Error('"seed" of the faults is a whole number')
    rules.forEach(refuseImpossibleRule)
    this.plan = { rules, seed }
    this.asked.clear()
    this.notes.length = 0
  }

  /** What is to go wrong with the next request of an action; undefined when nothing is. */
  next(action: string): Fault | undefined {
    const rule = this.plan.rules.find(({ action: asked }) =>
      asked.endsWith('*') ? action.startsWith(asked.slice(0, -1)) : asked === action,
    )
    if (!rule) return undefined
    const nth = (this.asked.get(action) ?? 0) + 1
    this.asked.set(action, nth)
    const fault = faultOf(rule, seeded(hash(`${this.plan.seed} ${action} ${nth}`)))
    if (fault.delayMs || fault.code || fault.drop || fault.duplicate || fault.clockJumpMs) {
      this.notes.unshift({ action, nth, ...fault })
      this.notes.length = Math.min(this.notes.length, kept)
    }
    return fault
  }
}

const faultOf = (rule: FaultRule, random: () => number): Fault => {
  const { latencyMs = 0, errorRate = 0, dropRate = 0, duplicateRate = 0, clockJumpRate = 0 } = rule
  const [least, most] = Array.isArray(latencyMs) ? latencyMs : [latencyMs, latencyMs]
  // Every request draws as often, so that one chance does not move another.
  const [late, fails, drops, doubles, jumps] = Array.from({ length: 5 }, random) as [
    number,
    number,
    number,
    number,
    number,
  ]
  return {
    delayMs: Math.round(least + (most - least) * late),
    ...(fails < errorRate && { code: rule.code ?? 'SYS_ERR' }),
    drop: drops < dropRate,
    duplicate: doubles < duplicateRate,
    clockJumpMs: jumps < clockJumpRate ? (rule.clockJumpMs ?? 0) : 0,
  }
}

const members = new Set([
  ...['action', 'latencyMs', 'errorRate', 'code', 'dropRate', 'duplicateRate', 'clockJumpRate'],
  'clockJumpMs',
])

const refuseImpossibleRule = (rule: FaultRule): void => {
  const { action, clockJumpMs, clockJumpRate } = rule ?? {}
  if (typeof action !== 'string' || !action) throw new Error('a fault says for which "action" it is')
  const unknown = Object.keys(rule).find(member => !members.has(member))
  if (unknown) throw new Error(`the fault for ${action} says "${unknown}", which means nothing here`)
  for (const rate of ['errorRate', 'dropRate', 'duplicateRate', 'clockJumpRate'] as const) {
    const chance = rule[rate] ?? 0
    if (!(chance >= 0 && chance <= 1))
      throw new Error(`"${rate}" of the fault for ${action} is a chance from 0 to 1, not ${String(chance)}`)
  }
  const waits = [rule.latencyMs ?? 0].flat()
  if (waits.some(ms => !(ms >= 0)) || (waits[1] ?? Infinity) < (waits[0] ?? 0))
    throw new Error(`"latencyMs" of the fault for ${action} is a time in ms, or the least and the most`)
  if (clockJumpMs !== undefined ? !Number.isInteger(clockJumpMs) : clockJumpRate)
    throw new Error(`"clockJumpMs" of the fault for ${action} says how far, in ms`)
  if (rule.duplicateRate && !/^(function|timer|message):/.test(action))
    throw new Error(`"duplicateRate" is for function:, timer: and message:, not for ${action}`)
}

/** FNV-1a. */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ character.charCodeAt(0), 0x01000193)
  return value
}

/** mulberry32: small, and good enough to choose faults. */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let value = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
  return ((value ^ (value >>> 14)) >>> 0) / 4294967296
}
