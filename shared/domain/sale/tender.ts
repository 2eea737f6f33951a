/**
 * Tenders of one order: what is paid, what is due, what goes back as change.
 *
 * Invariants: only cash may exceed what is due; change is cash; paid − change = payable when the order is covered.
 */
import { fen, sumFen, type Fen } from '../money.ts'
import { ok, refuse, type Result } from '../result.ts'

export type TenderKind = 'cash' | 'mobile' | 'storedValue' | 'bankCard'
export type TenderState = 'ready' | 'asking' | 'unknown' | 'voiding'

export interface Tender {
  readonly tenderId: string
  readonly kind: TenderKind
  readonly amountFen: Fen
  readonly state: TenderState
  /** wallet of a mobile payment, slip of a bank card */
  readonly detail: string | null
  readonly askedAt: number | null
}

export interface Settlement {
  readonly paidFen: Fen
  readonly dueFen: Fen
  readonly changeFen: Fen
}

/** A drawer never sees a note larger than this over what is due: more is a slip of the finger. */
const CASH_ABOVE_DUE_LIMIT_FEN = 100_000

/** Only tenders that are ready count. */
export function settle(payableFen: Fen, tenders: readonly Tender[]): Settlement {
  const paidFen = sumFen(tenders.filter((tender) => tender.state === 'ready').map((tender) => tender.amountFen))
  return {
    paidFen,
    dueFen: fen(Math.max(0, payableFen - paidFen)),
    changeFen: fen(Math.max(0, paidFen - payableFen)),
  }
}

/** Whether a further tender of this amount may be taken. */
export function decideTender(
  payableFen: Fen,
  tenders: readonly Tender[],
  wanted: { kind: TenderKind; amountFen: Fen },
): Result<Fen, 'nothing-due' | 'tender-above-due' | 'cash-too-much' | 'mobile-busy'> {
  if (tenders.some((tender) => tender.state !== 'ready')) return refuse('mobile-busy')
  const { dueFen } = settle(payableFen, tenders)
  if (dueFen === 0) return refuse('nothing-due')
  if (wanted.kind !== 'cash' && wanted.amountFen > dueFen) return refuse('tender-above-due', { dueFen })
  if (wanted.kind === 'cash' && wanted.amountFen > dueFen + CASH_ABOVE_DUE_LIMIT_FEN) {
    return refuse('cash-too-much', { amountFen: wanted.amountFen })
  }
  return ok(wanted.amountFen)
}

/** Whether the order can be completed with these tenders. */
export function decideComplete(
  payableFen: Fen,
  tenders: readonly Tender[],
): Result<Settlement, 'order-has-open-payment' | 'tender-below-due'> {
  if (tenders.some((tender) => tender.state !== 'ready')) return refuse('order-has-open-payment')
  const settlement = settle(payableFen, tenders)
  if (settlement.dueFen > 0) return refuse('tender-below-due', { missingFen: settlement.dueFen })
  return ok(settlement)
}

/** Amounts a customer is likely to hand over: exact first, then the next notes. At most four, ascending, all ≥ due. */
export function quickCash(dueFen: Fen): Fen[] {
  if (dueFen === 0) return []
  const steps = [500, 1000, 2000, 5000, 10_000, 20_000]
  const amounts = new Set<number>([dueFen])
  for (const step of steps) amounts.add(Math.ceil(dueFen / step) * step)
  return [...amounts]
    .sort((a, b) => a - b)
    .slice(0, 4)
    .map(fen)
}
