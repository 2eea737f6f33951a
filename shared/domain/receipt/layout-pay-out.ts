/** The slip for money that goes back to a member as receiptline source; the same inputs give the same source. */
import { columnsOf } from './paper-text.ts'
import type { PaperWidthMm, PayOutDocument } from './receipt-document.ts'
import { layoutDue, layoutFacts, layoutHeader, layoutMarks, layoutStoredValue, layoutTenders } from './receipt-parts.ts'
import type { ReceiptTexts } from './receipt-texts.ts'
import { ReceiptlineSource } from './receiptline-source.ts'
import { fen } from '../money.ts'
import { yuanText } from './yuan-text.ts'

/** Lays `document` out for a roll of `paper` millimetres with the words of `texts`; returns receiptline source. */
export function layoutPayOut(document: PayOutDocument, texts: ReceiptTexts, paper: PaperWidthMm): string {
  const source = new ReceiptlineSource(paper)
  const { member } = document
  layoutMarks(source, document.reprintOrdinal > 0 ? [texts.reprintMark(document.reprintOrdinal)] : [])
  layoutHeader(source, document.header)
  source.smallGap()
  const title = document.kind === 'closing' ? texts.closingTitle : texts.reversalTitle
  source.paragraph(title, 'center', { size: 'large' })
  source.rule('solid')
  layoutFacts(source, [
    { label: texts.receiptNumber, value: document.receiptNumber },
    { label: texts.time, value: document.paidAtText },
    { label: texts.store, value: document.storeName },
    { label: texts.till, value: document.tillName },
    { label: texts.operator, value: document.operatorName },
    { label: texts.approver, value: document.approverName ?? '' },
    { label: texts.member, value: `${member.tierName} ${member.maskedCard ?? ''}` },
    { label: texts.reverses, value: document.reverses ?? '' },
  ])
  source.rule('solid')
  layoutDue(source, texts.paidBack, yuanText(document.paidFen))
  if (document.bonusFen !== 0) source.pair(texts.bonusEnded, yuanText(document.bonusFen))
  if (document.points !== 0) source.pair(texts.pointsBack, String(document.points))
  source.rule('dotted')
  layoutTenders(source, texts, { tenders: document.tenders, changeFen: fen(0) })
  source.rule('dotted')
  layoutStoredValue(source, document.balanceAfter, texts)
  source.rule('solid')
  for (const signature of [texts.memberSignature, texts.operatorSignature]) {
    source.blank()
    source.paragraph(`${signature}${'＿'.repeat((source.columns - columnsOf(signature)) >> 1)}`, 'left')
  }
  return source.toString()
}
