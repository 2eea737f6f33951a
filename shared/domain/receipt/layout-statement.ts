/** The statement of an account as receiptline source; the same inputs give the same source. */
import type { PaperWidthMm, StatementDocument } from './receipt-document.ts'
import { BOLD, layoutFacts, layoutHeader, layoutStoredValue } from './receipt-parts.ts'
import type { ReceiptTexts } from './receipt-texts.ts'
import { ReceiptlineSource } from './receiptline-source.ts'
import { yuanText } from './yuan-text.ts'

/** Lays `document` out for a roll of `paper` millimetres with the words of `texts`; returns receiptline source. */
export function layoutStatement(document: StatementDocument, texts: ReceiptTexts, paper: PaperWidthMm): string {
  const source = new ReceiptlineSource(paper)
  const { member } = document
  layoutHeader(source, document.header)
  source.smallGap()
  source.paragraph(texts.statementTitle, 'center', { size: 'large' })
  source.rule('solid')
  layoutFacts(source, [
    { label: texts.store, value: document.storeName },
    { label: texts.time, value: document.printedAtText },
    { label: texts.member, value: `${member.tierName} ${member.maskedCard ?? ''}` },
  ])
  source.rule('solid')
  if (document.earlier > 0) source.paragraph(texts.statementEarlier(document.earlier), 'center')
  for (const { atText, label, principalFen, bonusFen, balanceFen } of document.rows) {
    source.pair(`${atText} ${label}`, signed(principalFen), { label: {}, value: BOLD })
    const bonus = bonusFen === 0 ? '' : `${texts.bonus} ${signed(bonusFen)}`
    source.pair(`  ${bonus}`, `${texts.statementBalance} ${yuanText(balanceFen)}`)
  }
  source.rule('solid')
  layoutStoredValue(source, document.balance, texts)
  return source.toString()
}

function signed(amountFen: StatementDocument['balance']['bonusFen']): string {
  return amountFen > 0 ? `+${yuanText(amountFen)}` : yuanText(amountFen)
}
