/** An engine that is measured beside ours. */
export interface Peer {
  /** with its version */
  readonly name: string
  /** what it does in the measured time, and what it is spared */
  readonly does: string
  /** Prices the basket at that place of the shop's list; answers what is to pay in fen. */
  readonly toPayFen: (place: number) => Promise<number>
}
