/** For so long WeChat's content checks know a person who was here, ms. */
const knownMs = 2 * 60 * 60 * 1000

/** Who called a function in the last two hours; whoever was here longer ago is forgotten. */
export class RecentCallers {
  /** By openid when they last called, ms; whoever was here longest ago comes first. */
  private readonly seen = new Map<string, number>()

  /** Somebody calls at `now` (ms). */
  note(openid: string, now: number): void {
    // Taken out before it is put in: a map keeps a key where it first stood.
    this.seen.delete(openid)
    this.seen.set(openid, now)
    for (const [other, at] of this.seen) {
      if (now - at <= knownMs) break
      this.seen.delete(other)
    }
  }

  has(openid: string, now: number): boolean {
    const at = this.seen.get(openid)
    return at !== undefined && now - at <= knownMs
  }

  /** People it remembers. */
  get size(): number {
    return this.seen.size
  }
}
