/** The slip for a stored-value top-up 充值 as receiptline source; the same inputs give the same source. */
import { fen } from '../money.ts'
import { QR_CELL_DOTS } from './layout-receipt.ts'
import type { PaperWidthMm, TopUpDocument } from './receipt-document.ts'
import {
  layoutDue,
  layoutFacts,
  layoutFooter,
  layoutHeader,
  layoutMarks,
  layoutStoredValue,
  layoutTenders,
} from './receipt-parts.ts'
import type { ReceiptTexts } from './receipt-texts.ts'
import { ReceiptlineSource } from './receiptline-source.ts'
import { yuanText } from './yuan-text.ts'

/** Lays `document` out for a roll of `paper` millimetres with the words of `texts`; returns receiptline source. */
export function layoutTopUp(document: TopUpDocument, texts: ReceiptTexts, paper: PaperWidthMm): string {
  const source = new ReceiptlineSource(paper)
  const { member, balanceAfter } = document
  layoutMarks(source, document.reprintOrdinal > 0 ? [texts.reprintMark(document.reprintOrdinal)] : [])
  layoutHeader(source, document.header)
  source.smallGap()
  source.paragraph(texts.topUpTitle, 'center', { size: 'large' })
  source.rule('solid')
  layoutFacts(source, [
    { label: texts.receiptNumber, value: document.receiptNumber },
    { label: texts.time, value: document.toppedUpAtText },
    { label: texts.store, value: document.storeName },
    { label: texts.till, value: document.tillName },
    { label: texts.operator, value: document.operatorName },
    { label: texts.member, value: `${member.tierName} ${member.maskedCard ?? ''}` },
    { label: texts.servedBy, value: document.servedBy ?? '' },
  ])
  source.rule('solid')
  source.pair(texts.topUpPaid, yuanText(document.principalFen))
  source.pair(texts.topUpBonus, yuanText(document.bonusFen))
  layoutDue(source, texts.topUpTotal, yuanText(fen(document.principalFen + document.bonusFen)))
  layoutGifts(source, document, texts)
  source.rule('dotted')
  layoutTenders(source, texts, document)
  source.rule('dotted')
  layoutStoredValue(source, balanceAfter, texts)
  source.rule('solid')
  layoutFooter(source, document.footerLines)
  source.blank()
  source.qr(document.topUpId, QR_CELL_DOTS[paper])
  return source.toString()
}

/** What came with it beside the bonus, and until when the bonus can be spent. */
function layoutGifts(source: ReceiptlineSource, document: TopUpDocument, texts: ReceiptTexts): void {
  if (document.bonusExpiresOn !== null) source.pair(texts.bonusUntil, document.bonusExpiresOn)
  if (document.points > 0) source.pair(texts.giftPoints, `+${document.points}`)
  for (const { name, count } of document.coupons) source.pair(`${texts.giftCoupon} ${name}`, `×${count}`)
}
