/**
 * A payment terminal: charges a customer's payment code, and can always be asked again what became of a charge.
 *
 * Rules for every driver: an attempt is charged at most once however often it is asked; a payment code is used for the one
 * call and is neither kept nor logged; a driver that does not know answers `unknown` and never guesses.
 */
export type ChargeAnswer =
  | { readonly outcome: 'approved'; readonly providerRef: string }
  | { readonly outcome: 'declined'; readonly reasonZh: string; readonly reasonEn: string }
  | { readonly outcome: 'unknown' }

export type VoidAnswer =
  | { readonly outcome: 'voided' }
  | { readonly outcome: 'not-voided' }
  | { readonly outcome: 'unknown' }

export interface ChargeRequest {
  /** UUIDv7, made and stored before the terminal is asked; it names the charge at the provider */
  readonly attemptId: string
  readonly amountFen: number
  readonly paymentCode: string
}

export interface Terminal {
  readonly kind: 'simulated'
  charge(request: ChargeRequest): Promise<ChargeAnswer>
  /** What became of a charge; a charge that never reached the provider is `declined`. */
  ask(attemptId: string): Promise<ChargeAnswer>
  /** Takes an approved charge back. */
  takeBack(attemptId: string): Promise<VoidAnswer>
}
