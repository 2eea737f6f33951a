/** Receipt numbers: readable, unique for ever, and never the same after a rolled-back database. */

/** '261121-7F3A-0042': the business day, the incarnation's short form, ordinal within the chain's day. */
export function receiptNumber(businessDay: string, incarnation: string, ordinal: number): string {
  return `${businessDay.slice(2, 4)}${businessDay.slice(5, 7)}${businessDay.slice(8, 10)}-${shortForm(incarnation)}-${String(ordinal).padStart(4, '0')}`
}

/** The last four hex digits of an incarnation: its random part. */
export function shortForm(incarnation: string): string {
  return incarnation.slice(-4).toUpperCase()
}
