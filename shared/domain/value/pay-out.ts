/**
 * Money for stored value: taking an unused top-up back 撤销充值, and closing an account 销户退款.
 *
 * Invariants (asserted): postings balance; what is paid out is the principal that is taken; a reversal takes exactly what
 * its top-up gave, a closing leaves neither principal nor bonus.
 */
import { daysOfIso } from '../day/calendar.ts'
import { fen, type Fen } from '../money.ts'
import { ok, refuse, type Result } from '../result.ts'
import {
  CANCELLED,
  CASH,
  ISSUED,
  memberAccount,
  PAID_ELSEWHERE,
  PAID_OUT,
  SOLD,
  STORED_VALUE_PAID_OUT,
  STORED_VALUE_SOLD,
} from './accounts.ts'
import { balancesAfter, type Balances } from './balances-after.ts'
import { assertBalanced, type Posting } from './posting.ts'
import type { Lot } from './wallet.ts'

/** From the drawer, or beside the till by a transfer or the provider's own app. */
export type PayOutWay = 'cash' | 'elsewhere'

export interface PayOut {
  readonly paidFen: Fen
  readonly bonusFen: Fen
  readonly points: number
  readonly postings: readonly Posting[]
  readonly after: Balances
}

interface Taking {
  readonly memberId: string
  readonly businessDay: string
  /** all lots of the account as they stand */
  readonly lots: readonly Lot[]
  readonly way: PayOutWay
}

/** A lot that the top-up opened, with what it gave. */
export interface GivenLot {
  readonly lot: string
  readonly asset: Lot['asset']
  readonly amount: number
}

export interface ReversalFacts {
  readonly toppedUpOn: string
  readonly today: string
  readonly reversalDays: number
  readonly reversed: boolean
  readonly given: readonly GivenLot[]
  readonly lots: readonly Lot[]
  /** coupons that it gave are all held still */
  readonly couponsHeld: boolean
}

/** Within the days of the rules, once, and only while nothing of it was used. */
export function decideReversal(
  facts: ReversalFacts,
): Result<null, 'top-up-reversed' | 'top-up-too-old' | 'top-up-used' | 'top-up-coupon-used'> {
  if (facts.reversed) return refuse('top-up-reversed')
  const days = daysOfIso(facts.today) - daysOfIso(facts.toppedUpOn)
  if (days > facts.reversalDays) return refuse('top-up-too-old', { days: facts.reversalDays })
  const held = new Map(facts.lots.map(({ lot, amount }) => [lot, amount]))
  if (facts.given.some(({ lot, amount }) => held.get(lot) !== amount)) return refuse('top-up-used')
  return facts.couponsHeld ? ok(null) : refuse('top-up-coupon-used')
}

/** All principal back, gifts clawed back. */
export function planReversal(taking: Taking & { readonly given: readonly GivenLot[] }): PayOut {
  const back = { PRINCIPAL: SOLD, BONUS: ISSUED, POINTS: ISSUED } as const
  return take(taking, taking.given, back, STORED_VALUE_SOLD)
}

/** The principal that is left is paid out, the bonus is cancelled, lapsed or not; points stay. */
export function planClosing(taking: Taking): PayOut {
  const all = taking.lots.filter(({ asset, amount }) => asset !== 'POINTS' && amount !== 0)
  return take(taking, all, { PRINCIPAL: PAID_OUT, BONUS: CANCELLED, POINTS: CANCELLED }, STORED_VALUE_PAID_OUT)
}

function take(
  { memberId, businessDay, lots, way }: Taking,
  taken: readonly GivenLot[],
  to: Readonly<Record<Lot['asset'], string>>,
  moneyFrom: string,
): PayOut {
  const account = memberAccount(memberId)
  const sums = { PRINCIPAL: 0, BONUS: 0, POINTS: 0 }
  const postings: Posting[] = []
  for (const { lot, asset, amount } of taken) {
    sums[asset] += amount
    postings.push({ account, lot, asset, amount: -amount }, { account: to[asset], lot: '', asset, amount })
  }
  const paidFen = fen(sums.PRINCIPAL)
  if (paidFen !== 0) {
    const money = way === 'cash' ? CASH : PAID_ELSEWHERE
    postings.push(
      { account: money, lot: '', asset: 'CNY', amount: -paidFen },
      { account: moneyFrom, lot: '', asset: 'CNY', amount: paidFen },
    )
  }
  assertBalanced(postings)
  const after = balancesAfter(account, lots, { postings, newLots: [] }, businessDay)
  return { paidFen, bonusFen: fen(sums.BONUS), points: sums.POINTS, postings, after }
}
