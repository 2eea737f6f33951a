/** The last receipts, and those whose number, card's last digits or amount match. */
import type { ReceiptRow } from '../../../shared/contract/back-office.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { tenderLabels } from '../../../shared/text/offers.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import type { PrintState } from '../../store/print-job-store.ts'
import type { SaleRecord } from '../../store/sale-store.ts'

export interface FindReceipts {
  readonly query: string
  readonly beforeAt?: number | undefined
  readonly limit: number
}

export function findReceipts(core: Core, wanted: FindReceipts): Result<ReceiptRow[]> {
  const permitted = requirePermission(core, 'receipt.reprint')
  if (!permitted.ok) return permitted
  const found = core.stores.sales.search({
    text: wanted.query,
    amountFen: amountOf(wanted.query),
    beforeAt: wanted.beforeAt ?? Number.MAX_SAFE_INTEGER,
    limit: wanted.limit,
  })
  return ok(found.map((sale) => receiptRow(core, sale)))
}

export function receiptRowOf(core: Core, saleId: string): Result<ReceiptRow> {
  const sale = core.stores.sales.read(saleId)
  return sale === undefined ? refuse('sale-unknown') : ok(receiptRow(core, sale))
}

function receiptRow(core: Core, sale: SaleRecord): ReceiptRow {
  const { document, tenders } = sale
  const print = core.stores.printJobs.copies(document.documentId)
  return {
    saleId: document.documentId,
    kind: kindOf(document.kind),
    receiptNo: document.receiptNo,
    at: document.at,
    operatorName: core.stores.staff.operator(document.operatorId)?.name ?? '',
    memberName: document.memberId === null ? null : (core.members.byId(document.memberId)?.name ?? null),
    pieces: document.pieces,
    payableFen: document.payableFen,
    tenders: tenders.map((tender) => {
      const label = tender.kind in tenderLabels ? tenderLabels[tender.kind as keyof typeof tenderLabels] : undefined
      return label === undefined ? { zh: tender.kind, en: tender.kind } : { ...label }
    }),
    copies: Math.max(0, print.copies - 1),
    print: shownState(print.state),
  }
}

function kindOf(kind: string): ReceiptRow['kind'] {
  return kind === 'top-up' || kind === 'top-up-reversal' || kind === 'closing' ? kind : 'sale'
}

/** A job that somebody dropped is over. */
function shownState(state: PrintState | null): ReceiptRow['print'] {
  return state === null || state === 'dropped' ? 'printed' : state
}

/** '25.2' → 2520; null where the text is no amount. */
function amountOf(text: string): number | null {
  const match = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text)
  return match === null ? null : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}
