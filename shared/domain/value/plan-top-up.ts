/**
 * The plan of a top-up: what one commit writes, decided from values.
 *
 * Invariants (asserted): tenders − change = principal; postings balance for each asset; principal, bonus and points stand
 * each in a lot of their own, named by the top-up, so that it can be seen whether anything of them was used.
 */
import { dateOf, daysOfIso, isoDay } from '../day/calendar.ts'
import { fen, type Fen } from '../money.ts'
import { settle, type Tender } from '../sale/tender.ts'
import { BANK_CARD, CASH, ISSUED, memberAccount, MOBILE, SOLD, STORED_VALUE_SOLD } from './accounts.ts'
import { balancesAfter, type Balances, type NewLot } from './balances-after.ts'
import { assertBalanced, type Posting } from './posting.ts'
import type { TopUpPlan, TopUpStep } from './stored-value-rules.ts'
import type { Lot } from './wallet.ts'

export interface TopUpInput {
  readonly topUpId: string
  readonly memberId: string
  readonly businessDay: string
  readonly principalFen: Fen
  readonly gift: Pick<TopUpStep, 'bonusFen' | 'points'> | null
  /** last day of the bonus and of the points, null = they never lapse */
  readonly bonusExpiresOn: string | null
  readonly pointsExpireOn: string | null
  readonly lots: readonly Lot[]
  readonly tenders: readonly Tender[]
}

export interface TopUpEntry {
  readonly paidFen: Fen
  readonly changeFen: Fen
  readonly postings: readonly Posting[]
  readonly newLots: readonly NewLot[]
  readonly after: Balances
}

const takings = { cash: CASH, mobile: MOBILE, bankCard: BANK_CARD } as const

/** Plans a top-up whose tenders cover it. Throws where the input breaks an invariant: the caller has decided before. */
export function planTopUp(input: TopUpInput): TopUpEntry {
  const { topUpId, principalFen, gift } = input
  const { paidFen, changeFen, dueFen } = settle(principalFen, input.tenders)
  if (principalFen <= 0 || dueFen !== 0) throw new RangeError('the tenders do not cover the top-up')
  const account = memberAccount(input.memberId)
  const postings: Posting[] = []
  const newLots: NewLot[] = []
  for (const { kind, amountFen } of input.tenders) {
    if (kind === 'storedValue') throw new RangeError('stored value paid with stored value')
    postings.push({ account: takings[kind], lot: '', asset: 'CNY', amount: amountFen })
  }
  if (changeFen !== 0) postings.push({ account: CASH, lot: '', asset: 'CNY', amount: -changeFen })
  postings.push({ account: STORED_VALUE_SOLD, lot: '', asset: 'CNY', amount: -principalFen })
  const credits = [
    { name: 'principal', asset: 'PRINCIPAL', amount: principalFen, from: SOLD, expiresOn: null },
    { name: 'bonus', asset: 'BONUS', amount: gift?.bonusFen ?? 0, from: ISSUED, expiresOn: input.bonusExpiresOn },
    { name: 'points', asset: 'POINTS', amount: gift?.points ?? 0, from: ISSUED, expiresOn: input.pointsExpireOn },
  ] as const
  for (const { name, asset, amount, from, expiresOn } of credits) {
    if (amount === 0) continue
    const lot = `${topUpId}/${name}`
    newLots.push({ lot, account, asset, expiresOn })
    postings.push({ account, lot, asset, amount }, { account: from, lot: '', asset, amount: -amount })
  }
  assertBalanced(postings)
  const after = balancesAfter(account, input.lots, { postings, newLots }, input.businessDay)
  return { paidFen, changeFen, postings, newLots, after }
}

/** The last business day of a bonus that is given today. */
export function bonusExpiry(plan: TopUpPlan | null, businessDay: string): string | null {
  if (plan === null || plan.bonusDays === null) return null
  return isoDay(dateOf(daysOfIso(businessDay) + plan.bonusDays - 1))
}

/** The balances that a top-up of this amount would leave, before anything is paid. */
export function previewTopUp(input: Omit<TopUpInput, 'topUpId' | 'tenders'>): Balances {
  const amountFen = fen(input.principalFen)
  const tender: Tender = { tenderId: '', kind: 'cash', amountFen, state: 'ready', detail: null, askedAt: null }
  return planTopUp({ ...input, topUpId: '', tenders: [tender] }).after
}
