import { ServiceError } from './serviceError'

/** Counts calls of functions by the second and refuses those above a limit, as the service does by plan. */
export class CallRate {
  private second = 0
  private calls = 0

  /** @param most calls in a second; 0 for any number */
  constructor(private readonly most: number) {}

  /** Counts a call at `now` (ms). @throws `EXCEED_REQUEST_LIMIT` naming the number and the limit */
  count(now: number): void {
    const second = Math.floor(now / 1000)
    if (second !== this.second) [this.second, this.calls] = [second, 0]
    if (!this.most || ++this.calls <= this.most) return
    throw new ServiceError(
      'EXCEED_REQUEST_LIMIT',
      `${this.calls} calls in this second; the limit is ${this.most}`,
    )
  }
}
