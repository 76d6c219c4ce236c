/** An environment's clock: the real one, moved. */
export class Clock {
  private moved = 0
  private readonly listeners = new Set<() => void>()

  /** How far it is ahead of the real one, ms. */
  get offset(): number {
    return this.moved
  }

  set offset(ms: number) {
    this.moved = ms
    for (const listen of this.listeners) listen()
  }

  /** ms */
  now(): number {
    return Date.now() + this.moved
  }

  /** Tells whenever the clock is moved, until the function that is given back is called. */
  onMoved(listen: () => void): () => void {
    this.listeners.add(listen)
    return () => this.listeners.delete(listen)
  }
}
