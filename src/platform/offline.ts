/** The cloud could not be reached: no network, a time-out, or an answer that is none. Sending again is safe. */
export class Offline extends Error {
  constructor(readonly reason: unknown) {
    super('the cloud could not be reached')
    this.name = 'Offline'
  }
}
