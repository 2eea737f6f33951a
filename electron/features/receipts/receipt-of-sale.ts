/** A committed sale as the document that is printed: read from rows alone, so that every copy says the same. */
import { minuteTextOf } from '../../../shared/domain/day/calendar.ts'
import { cardTail } from '../../../shared/domain/member/masking.ts'
import { fen, type Fen } from '../../../shared/domain/money.ts'
import type { ReceiptDocument, ReceiptTender } from '../../../shared/domain/receipt/receipt-document.ts'
import { taxByRate } from '../../../shared/domain/sale/tax.ts'
import { tenderLabels, walletLabels } from '../../../shared/text/offers.ts'
import { yuanText } from '../../../shared/text/refusals.ts'
import type { Settings } from '../../../shared/contract/back-office.ts'
import type { Core } from '../../core.ts'
import type { DocumentLineRow, SaleRecord, StoredAdjustment, TenderRow } from '../../store/sale-store.ts'

export function receiptOfSale(core: Core, settings: Settings, sale: SaleRecord, copy: number): ReceiptDocument {
  const { document, lines, tenders } = sale
  return {
    locale: 'zh',
    header: { shopName: settings.shopName, lines: settings.receiptHeader },
    storeName: settings.storeName,
    tillName: settings.tillName,
    receiptNumber: document.receiptNo,
    shiftText: null,
    operatorName: core.stores.staff.operator(document.operatorId)?.name ?? '',
    soldAtText: minuteTextOf(document.at, core.offsetMinutes),
    member: memberPart(core, sale),
    lines: lines.map((line) => linePart(core, line)),
    totals: {
      grossFen: fen(document.grossFen),
      savedFen: fen(document.savedFen),
      roundingFen: fen(document.roundingFen),
      payableFen: fen(document.payableFen),
    },
    tenders: tenders.map(tenderPart),
    changeFen: fen(document.changeFen),
    points:
      document.pointsAfter === null
        ? null
        : { earned: document.pointsEarned, redeemed: document.pointsRedeemed, balance: document.pointsAfter },
    storedValue: storedValuePart(document.principalAfterFen, document.bonusAfterFen, tenders),
    taxes: taxByRate(lines).map(({ rateBp, taxFen }) => ({ rateText: `${rateBp / 100}%`, taxFen })),
    footerLines: settings.receiptFooter,
    saleId: document.documentId,
    reprintOrdinal: copy,
    voided: false,
  }
}

/** Tier and masked card of whom a document belongs to. */
export function memberPart(core: Core, { document }: SaleRecord): ReceiptDocument['member'] {
  if (document.memberId === null) return null
  const tierId = core.stores.members.facts(document.memberId)?.tierId ?? null
  const tier = tierId === null ? undefined : core.catalog.tier(tierId)
  const number = document.cardNumber ?? core.members.byId(document.memberId)?.cardNumber ?? null
  return { tierName: tier?.nameZh ?? '会员', maskedCard: number === null ? null : `****${cardTail(number)}` }
}

function linePart(core: Core, line: DocumentLineRow): ReceiptDocument['lines'][number] {
  // rounding stands once, among the totals
  const adjustments = (JSON.parse(line.adjustments) as StoredAdjustment[]).filter(({ source }) => source !== 'rounding')
  return {
    name: line.nameZh,
    qtyText: line.countable ? String(line.qty / 1000) : `${thousandths(line.qty)}${line.unit}`,
    unitPriceFen: fen(line.unitPriceFen),
    grossFen: fen(line.grossFen),
    netFen: fen(line.netFen),
    adjustments: adjustments.map((adjustment) => ({ label: adjustment.zh, amountFen: fen(adjustment.amountFen) })),
    servedBy: line.servedBy === null ? null : (core.stores.staff.operator(line.servedBy)?.name ?? null),
  }
}

/** 356 → '0.356' */
function thousandths(qty: number): string {
  const digits = String(qty).padStart(4, '0')
  return `${digits.slice(0, -3)}.${digits.slice(-3)}`
}

export function tenderPart(tender: TenderRow): ReceiptTender {
  const label = labelOf(tender.kind)
  return { label, amountFen: fen(tender.amountFen), detail: tenderDetail(tender) }
}

function labelOf(kind: string): string {
  return kind in tenderLabels ? tenderLabels[kind as keyof typeof tenderLabels].zh : kind
}

function tenderDetail(tender: TenderRow): string | null {
  if (tender.kind === 'storedValue') return `本金 ${yuanText(tender.principalFen)} + 赠送 ${yuanText(tender.bonusFen)}`
  if (tender.kind === 'elsewhere' && tender.detail !== null) return `说明 ${tender.detail}`
  if (tender.kind === 'bankCard' && tender.detail !== null) return `凭证号 ${tender.detail}`
  if (tender.detail === 'wechat' || tender.detail === 'alipay') return walletLabels[tender.detail].zh
  return tender.detail
}

/** Balances stand on the receipt of whoever has a wallet. */
function storedValuePart(
  principalFen: number | null,
  bonusFen: number | null,
  tenders: readonly TenderRow[],
): { principalFen: Fen; bonusFen: Fen } | null {
  if (principalFen === null || bonusFen === null) return null
  const spent = tenders.some((tender) => tender.kind === 'storedValue')
  return spent || principalFen + bonusFen > 0 ? { principalFen: fen(principalFen), bonusFen: fen(bonusFen) } : null
}
