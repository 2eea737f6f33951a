/** A closed shift as the slip that is printed at its end. */
import { minuteTextOf } from '../../../shared/domain/day/calendar.ts'
import { fen } from '../../../shared/domain/money.ts'
import type { ShiftReportDocument } from '../../../shared/domain/receipt/receipt-document.ts'
import { expectedCash } from '../../../shared/domain/day/shift.ts'
import { tenderLabels } from '../../../shared/text/offers.ts'
import type { Settings } from '../../../shared/contract/back-office.ts'
import type { Core } from '../../core.ts'
import type { ShiftFigures, ShiftRow } from '../../store/shift-store.ts'

export function reportOfShift(
  core: Core,
  settings: Settings,
  shift: ShiftRow & { closedAt: number; countedFen: number },
  figures: ShiftFigures,
  copy: number,
): ShiftReportDocument {
  const cashTaken = figures.tenders.find((tender) => tender.kind === 'cash')?.amountFen ?? 0
  const expectedFen = expectedCash(shift.floatFen, cashTaken, figures.changeFen)
  return {
    locale: 'zh',
    header: { shopName: settings.shopName, lines: [] },
    storeName: settings.storeName,
    tillName: settings.tillName,
    shiftText: `${shift.businessDay} 第 ${shift.dayOrdinal} 班`,
    businessDay: shift.businessDay,
    operatorName: core.stores.staff.operator(shift.closedBy ?? shift.openedBy)?.name ?? '',
    openedAtText: minuteTextOf(shift.openedAt, core.offsetMinutes),
    closedAtText: minuteTextOf(shift.closedAt, core.offsetMinutes),
    counts: {
      sales: figures.salesCount,
      voids: 0,
      reprints: core.stores.printJobs.reprintsBetween(shift.openedAt, shift.closedAt),
    },
    salesFen: fen(figures.payableFen),
    savedFen: fen(figures.savedFen),
    roundingFen: fen(figures.roundingFen),
    topUps: { count: figures.topUpsCount, amountFen: fen(figures.topUpsFen) },
    payOuts: { count: figures.payOutsCount, amountFen: fen(figures.payOutsFen) },
    tenders: figures.tenders.map((tender) => ({
      label: tender.kind in tenderLabels ? tenderLabels[tender.kind as keyof typeof tenderLabels].zh : tender.kind,
      count: tender.count,
      amountFen: fen(tender.kind === 'cash' ? tender.amountFen - figures.changeFen : tender.amountFen),
    })),
    drawer: {
      floatFen: fen(shift.floatFen),
      cashSalesFen: fen(cashTaken - figures.changeFen),
      expectedFen,
      countedFen: fen(shift.countedFen),
      overShortFen: fen(shift.countedFen - expectedFen),
    },
    reprintOrdinal: copy,
  }
}
