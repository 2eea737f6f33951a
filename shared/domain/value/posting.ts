/**
 * Entries of value: postings that sum to zero for each asset. Nothing of value exists but as a posting.
 */
export type Asset = 'CNY' | 'PRINCIPAL' | 'BONUS' | 'POINTS'

export interface Posting {
  /** a member's account, or a named counter-account of accounts.ts */
  readonly account: string
  /** the part of the account, '' for counter-accounts */
  readonly lot: string
  readonly asset: Asset
  /** fen for CNY, PRINCIPAL and BONUS; points for POINTS */
  readonly amount: number
}

/** Throws unless the postings are integers other than zero that sum to zero for each asset. */
export function assertBalanced(postings: readonly Posting[]): void {
  const sums = new Map<Asset, number>()
  for (const posting of postings) {
    if (!Number.isSafeInteger(posting.amount) || posting.amount === 0) throw new RangeError('a posting of no amount')
    sums.set(posting.asset, (sums.get(posting.asset) ?? 0) + posting.amount)
  }
  for (const [asset, sum] of sums) if (sum !== 0) throw new RangeError(`postings of ${asset} sum to ${sum}`)
}
