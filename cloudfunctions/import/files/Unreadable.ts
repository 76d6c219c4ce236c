/** A file that cannot be read at all; the message says why and what to do, in Chinese. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}
