/** What goes wrong with requests of one kind. Chances are between 0 and 1. */
export interface FaultRule {
  /** The action of the protocol (`database.getDocument`), `function:<name>` for calls from the browser side, or a prefix with `*`. */
  action: string
  /** Waits so long before it is done, ms: one number, or the least and the most. */
  latencyMs?: number | [least: number, most: number]
  /** Chance that the request fails, without having been done. */
  errorRate?: number
  /** The error it fails with. */
  code?: string
  /** Chance that it is done and the reply never arrives. */
  dropRate?: number
  /** Chance that a call of a function is delivered twice. */
  duplicateRate?: number
}

/** What is to go wrong with one request. */
export interface Fault {
  delayMs: number
  code?: string
  drop: boolean
  duplicate: boolean
}

/** Decides what goes wrong. The same rules and seed give the same faults in the same order of requests. */
export class Faults {
  private rules: FaultRule[] = []
  private random = seeded(1)

  set({ rules = [], seed = 1 }: { rules?: FaultRule[]; seed?: number }): void {
    this.rules = rules
    this.random = seeded(seed)
  }

  get current(): FaultRule[] {
    return this.rules
  }

  next(action: string): Fault | undefined {
    const rule = this.rules.find(({ action: asked }) =>
      asked.endsWith('*') ? action.startsWith(asked.slice(0, -1)) : asked === action,
    )
    if (!rule) return undefined
    const [least, most] = Array.isArray(rule.latencyMs)
      ? rule.latencyMs
      : [rule.latencyMs ?? 0, rule.latencyMs ?? 0]
    // Every request draws as often, so that one rule's chances do not move another's.
    const [late, fails, drops, doubles] = [
      this.random(),
      this.random(),
      this.random(),
      this.random(),
    ] as const
    return {
      delayMs: least + (most - least) * late,
      ...(fails < (rule.errorRate ?? 0) && { code: rule.code ?? 'SYS_ERR' }),
      drop: drops < (rule.dropRate ?? 0),
      duplicate: doubles < (rule.duplicateRate ?? 0),
    }
  }
}

/** mulberry32: small, and good enough to choose faults. */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let value = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
  return ((value ^ (value >>> 14)) >>> 0) / 4294967296
}
