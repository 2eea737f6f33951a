/** A committed document of stored value as the slip that is printed: read from rows alone, so that every copy says the same. */
import type { Settings } from '../../../shared/contract/back-office.ts'
import { minuteTextOf } from '../../../shared/domain/day/calendar.ts'
import { fen } from '../../../shared/domain/money.ts'
import { layoutPayOut } from '../../../shared/domain/receipt/layout-pay-out.ts'
import { layoutTopUp } from '../../../shared/domain/receipt/layout-top-up.ts'
import type { PayOutDocument, TopUpDocument } from '../../../shared/domain/receipt/receipt-document.ts'
import { RECEIPT_TEXTS } from '../../../shared/text/receipt.ts'
import type { Core } from '../../core.ts'
import type { SaleRecord } from '../../store/sale-store.ts'
import type { ValueDocumentRow } from '../../store/value-document-store.ts'
import { memberPart, tenderPart } from './receipt-of-sale.ts'

/** Receiptline source of a top-up's, a reversal's or a closing's slip. */
export function slipOfValue(core: Core, settings: Settings, record: SaleRecord, copy: number): string {
  const value = core.stores.valueDocuments.read(record.document.documentId)
  if (value === undefined) throw new Error(`no document of stored value ${record.document.documentId}`)
  return record.document.kind === 'top-up'
    ? layoutTopUp(topUpDocument(core, settings, record, value, copy), RECEIPT_TEXTS.zh, settings.paperMm)
    : layoutPayOut(payOutDocument(core, settings, record, value, copy), RECEIPT_TEXTS.zh, settings.paperMm)
}

function common(core: Core, settings: Settings, record: SaleRecord, copy: number) {
  const { document, tenders } = record
  return {
    locale: 'zh' as const,
    header: { shopName: settings.shopName, lines: settings.receiptHeader },
    storeName: settings.storeName,
    tillName: settings.tillName,
    receiptNumber: document.receiptNo,
    operatorName: nameOf(core, document.operatorId) ?? '',
    member: memberPart(core, record) ?? { tierName: '会员', maskedCard: null },
    tenders: tenders.map(tenderPart),
    balanceAfter: { principalFen: fen(document.principalAfterFen ?? 0), bonusFen: fen(document.bonusAfterFen ?? 0) },
    reprintOrdinal: copy,
  }
}

function topUpDocument(
  core: Core,
  settings: Settings,
  record: SaleRecord,
  value: ValueDocumentRow,
  copy: number,
): TopUpDocument {
  const { document } = record
  return {
    ...common(core, settings, record, copy),
    toppedUpAtText: minuteTextOf(document.at, core.offsetMinutes),
    principalFen: fen(value.principalFen),
    bonusFen: fen(value.bonusFen),
    bonusExpiresOn: core.stores.valueDocuments.bonusExpiry(document.documentId),
    points: value.points,
    coupons: couponNames(core, document.documentId),
    servedBy: value.servedBy === null ? null : nameOf(core, value.servedBy),
    changeFen: fen(document.changeFen),
    footerLines: settings.receiptFooter,
    topUpId: document.documentId,
  }
}

function payOutDocument(
  core: Core,
  settings: Settings,
  record: SaleRecord,
  value: ValueDocumentRow,
  copy: number,
): PayOutDocument {
  const { document } = record
  const first = value.reverses === null ? undefined : core.stores.sales.read(value.reverses)
  return {
    ...common(core, settings, record, copy),
    kind: document.kind === 'closing' ? 'closing' : 'top-up-reversal',
    approverName: value.approverId === null ? null : nameOf(core, value.approverId),
    paidAtText: minuteTextOf(document.at, core.offsetMinutes),
    reverses: first?.document.receiptNo ?? null,
    paidFen: fen(Math.abs(value.principalFen)),
    bonusFen: fen(Math.abs(value.bonusFen)),
    points: Math.abs(value.points),
    documentId: document.documentId,
  }
}

function nameOf(core: Core, operatorId: string): string | null {
  return core.stores.staff.operator(operatorId)?.name ?? null
}

/** The coupons that came with it, by name, as they are called now. */
function couponNames(core: Core, documentId: string): { name: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { couponId } of core.stores.valueDocuments.couponsGivenBy(documentId)) {
    const templateId = core.stores.members.coupon(couponId)?.templateId ?? ''
    const name = core.catalog.offer(templateId)?.nameZh ?? templateId
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => ({ name, count }))
}
