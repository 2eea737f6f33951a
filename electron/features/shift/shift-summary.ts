/** The figures of a shift: what the close shows, prints and puts into its row. */
import type { ShiftSummary } from '../../../shared/contract/app.ts'
import { expectedCash } from '../../../shared/domain/day/shift.ts'
import { refuse, ok, type Result } from '../../../shared/domain/result.ts'
import { tenderLabels } from '../../../shared/text/offers.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import type { ShiftFigures, ShiftRow } from '../../store/shift-store.ts'

const KINDS = ['cash', 'mobile', 'storedValue', 'bankCard'] as const
/** shown where there is something of it */
const RARE = ['elsewhere'] as const

export function currentSummary(core: Core): Result<ShiftSummary> {
  const permitted = requirePermission(core, 'shift.close')
  if (!permitted.ok) return permitted
  const shift = core.stores.shifts.open()
  if (shift === undefined) return refuse('shift-not-open')
  return ok(summaryOf(shift, core.stores.shifts.figures(shift.openedSeq, core.store.head.seq)))
}

/** Cash is what stays of it: change and what was paid out are taken off. */
export function summaryOf(shift: ShiftRow, figures: ShiftFigures): ShiftSummary {
  const cashTaken = figures.tenders.find((tender) => tender.kind === 'cash')?.amountFen ?? 0
  const expected = expectedCash(shift.floatFen, cashTaken, figures.changeFen)
  return {
    shiftId: shift.shiftId,
    businessDay: shift.businessDay,
    dayOrdinal: shift.dayOrdinal,
    openedAt: shift.openedAt,
    closedAt: shift.closedAt,
    salesCount: figures.salesCount,
    salesFen: figures.payableFen,
    discountFen: figures.savedFen + figures.roundingFen,
    tenders: [...KINDS, ...RARE.filter((kind) => figures.tenders.some((tender) => tender.kind === kind))].map(
      (kind) => {
        const found = figures.tenders.find((tender) => tender.kind === kind)
        const amountFen = (found?.amountFen ?? 0) - (kind === 'cash' ? figures.changeFen : 0)
        return { kind, label: tenderLabels[kind], count: found?.count ?? 0, amountFen }
      },
    ),
    topUps: { count: figures.topUpsCount, amountFen: figures.topUpsFen },
    payOuts: { count: figures.payOutsCount, amountFen: figures.payOutsFen },
    floatFen: shift.floatFen,
    cashInFen: cashTaken - figures.changeFen,
    expectedCashFen: expected,
    countedCashFen: shift.countedFen,
    differenceFen: shift.countedFen === null ? null : shift.countedFen - expected,
    pointsIssued: figures.pointsEarned,
    pointsRedeemed: figures.pointsRedeemed,
  }
}
