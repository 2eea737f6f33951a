/**
 * The plan of a sale: everything that one commit writes, decided from values.
 *
 * Invariants (asserted): Σ line nets = payable; Σ tenders − change = payable; postings balance for each asset; what the
 * member's lots give is what stored value and points took.
 */
import { fen, sumFen, type Fen } from '../money.ts'
import type { Quote } from '../pricing/types.ts'
import {
  BANK_CARD,
  CASH,
  ISSUED,
  memberAccount,
  MOBILE,
  REDEEMED,
  SALES,
  STORED_VALUE_SPENT,
} from '../value/accounts.ts'
import { postedPoints } from '../value/earned-points.ts'
import { assertBalanced, type Asset, type Posting } from '../value/posting.ts'
import { bonusPart, spendable, takeFromLots, type Lot, type LotUse, type WalletOrder } from '../value/wallet.ts'
import { settle, type Tender } from './tender.ts'

export interface SaleInput {
  readonly saleId: string
  readonly businessDay: string
  readonly quote: Quote
  readonly tenders: readonly Tender[]
  readonly member: { readonly memberId: string; readonly lots: readonly Lot[] } | null
  readonly walletOrder: WalletOrder
  /** last day of points earned now, null = they never lapse */
  readonly pointsExpireOn: string | null
}

export interface PlannedTender {
  readonly tenderId: string
  readonly kind: Tender['kind']
  readonly amountFen: Fen
  readonly principalFen: Fen
  readonly bonusFen: Fen
  readonly detail: string | null
}

export interface SalePlan {
  readonly tenders: readonly PlannedTender[]
  readonly paidFen: Fen
  readonly changeFen: Fen
  readonly savedFen: Fen
  readonly pointsEarned: number
  readonly postings: readonly Posting[]
  readonly newLots: readonly {
    readonly lot: string
    readonly account: string
    readonly asset: Asset
    readonly expiresOn: string | null
  }[]
  readonly after: { readonly points: number; readonly principalFen: number; readonly bonusFen: number } | null
}

/** Plans a sale whose tenders cover it. Throws where the input breaks an invariant: the caller has decided before. */
export function planSale(input: SaleInput): SalePlan {
  const { quote, member } = input
  const { paidFen, changeFen, dueFen } = settle(quote.payable, input.tenders)
  if (dueFen !== 0) throw new RangeError('the tenders do not cover the sale')
  if (sumFen(quote.lines.map((line) => line.net)) !== quote.payable)
    throw new RangeError('lines do not add up to payable')
  const tenders = input.tenders.map((tender) => planTender(tender, input))
  const bonusPaid = sumFen(tenders.map((tender) => tender.bonusFen))
  const pointsEarned = member === null ? 0 : postedPoints(quote.points.earned, quote.payable, bonusPaid)
  const postings: Posting[] = []
  for (const tender of tenders) postTakings(postings, tender)
  post(postings, CASH, '', 'CNY', -changeFen)
  post(postings, SALES, '', 'CNY', -quote.payable)
  const newLots: SalePlan['newLots'][number][] = []
  if (member !== null) {
    const account = memberAccount(member.memberId)
    for (const use of memberUses(input, tenders)) {
      post(postings, account, use.lot, use.asset, -use.amount)
      post(postings, REDEEMED, '', use.asset, use.amount)
    }
    if (pointsEarned > 0) {
      const lot = `${input.saleId}/points`
      newLots.push({ lot, account, asset: 'POINTS', expiresOn: input.pointsExpireOn })
      post(postings, account, lot, 'POINTS', pointsEarned)
      post(postings, ISSUED, '', 'POINTS', -pointsEarned)
    }
  }
  assertBalanced(postings)
  const savedFen = fen(quote.gross - quote.rounding - quote.payable)
  return {
    tenders,
    paidFen,
    changeFen,
    savedFen,
    pointsEarned,
    postings,
    newLots,
    after: balancesAfter(input, postings),
  }
}

function planTender(tender: Tender, input: SaleInput): PlannedTender {
  const { tenderId, kind, amountFen, detail } = tender
  if (kind !== 'storedValue') return { tenderId, kind, amountFen, principalFen: fen(0), bonusFen: fen(0), detail }
  const split = splitStoredValue(amountFen, input)
  return { tenderId, kind, amountFen, ...split, detail }
}

/** How a payment of stored value divides into principal and bonus. */
export function splitStoredValue(
  amountFen: Fen,
  input: Pick<SaleInput, 'member' | 'businessDay' | 'walletOrder'>,
): { principalFen: Fen; bonusFen: Fen } {
  if (input.member === null) throw new RangeError('stored value without a member')
  const principal = fen(spendable(input.member.lots, 'PRINCIPAL', input.businessDay))
  const bonus = fen(spendable(input.member.lots, 'BONUS', input.businessDay))
  const bonusFen = bonusPart(amountFen, principal, bonus, input.walletOrder)
  return { principalFen: fen(amountFen - bonusFen), bonusFen }
}

function memberUses(input: SaleInput, tenders: readonly PlannedTender[]): LotUse[] {
  const lots = input.member?.lots ?? []
  const day = input.businessDay
  return [
    ...takeFromLots(lots, 'PRINCIPAL', sumFen(tenders.map((tender) => tender.principalFen)), day),
    ...takeFromLots(lots, 'BONUS', sumFen(tenders.map((tender) => tender.bonusFen)), day),
    ...takeFromLots(lots, 'POINTS', input.quote.points.redeemed, day),
  ]
}

const takings: Record<Tender['kind'], string> = {
  cash: CASH,
  mobile: MOBILE,
  bankCard: BANK_CARD,
  storedValue: STORED_VALUE_SPENT,
}

function postTakings(postings: Posting[], tender: PlannedTender): void {
  post(postings, takings[tender.kind], '', 'CNY', tender.amountFen)
}

/** Nothing is posted for nothing. */
function post(postings: Posting[], account: string, lot: string, asset: Asset, amount: number): void {
  if (amount !== 0) postings.push({ account, lot, asset, amount })
}

function balancesAfter(input: SaleInput, postings: readonly Posting[]): SalePlan['after'] {
  if (input.member === null) return null
  const account = memberAccount(input.member.memberId)
  const after = { POINTS: 0, PRINCIPAL: 0, BONUS: 0 }
  for (const asset of ['POINTS', 'PRINCIPAL', 'BONUS'] as const) {
    after[asset] = spendable(input.member.lots, asset, input.businessDay)
    for (const posting of postings)
      if (posting.account === account && posting.asset === asset) after[asset] += posting.amount
  }
  return { points: after.POINTS, principalFen: after.PRINCIPAL, bonusFen: after.BONUS }
}
