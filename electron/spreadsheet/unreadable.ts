/** A file that is no table that can be read; `message` says why, for the sentence that the user sees. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}
