/** Parts that a sale's receipt, a top-up's slip and a shift's report have in common. */
import { fen } from '../money.ts'
import { columnsOf, printableText, wrapToColumns } from './paper-text.ts'
import type { ReceiptHeader, ReceiptTender, StoredValueBalance } from './receipt-document.ts'
import type { ReceiptTexts } from './receipt-texts.ts'
import type { ReceiptlineSource } from './receiptline-source.ts'
import { printedColumns } from './receiptline-source.ts'
import { yuanText } from './yuan-text.ts'

export const BOLD = { bold: true } as const

/** Marks that change what the paper is worth stand above everything else, white on black. */
export function layoutMarks(source: ReceiptlineSource, marks: readonly string[]): void {
  for (const mark of marks) {
    source.paragraph(mark, 'center', { inverse: true, size: 'large' })
    source.smallGap()
    source.smallGap()
  }
}

export function layoutHeader(source: ReceiptlineSource, header: ReceiptHeader): void {
  source.paragraph(header.shopName, 'center', { size: 'large', bold: true })
  source.smallGap()
  for (const line of header.lines) source.paragraph(line, 'center')
}

/** Facts such as number, time and till, those that say something: two in a line where both fit their half, else one below the other. */
export function layoutFacts(source: ReceiptlineSource, given: readonly { label: string; value: string }[]): void {
  const half = source.columns >> 1
  const facts = given.filter(({ value }) => value !== '')
  const texts = facts.map(({ label, value }) => printableText(`${label} ${value}`))
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] ?? ''
    const next = texts[index + 1]
    if (next !== undefined && columnsOf(text) < half && columnsOf(next) <= half) {
      source.row([
        { text, columns: half, align: 'left' },
        { text: next, columns: half, align: 'left' },
      ])
      index += 1
    } else {
      layoutFact(source, facts[index]?.label ?? '', facts[index]?.value ?? '')
    }
  }
}

/** A fact on lines of its own; what does not fit goes on below its value. */
function layoutFact(source: ReceiptlineSource, label: string, value: string): void {
  const labelColumns = columnsOf(printableText(label)) + 1
  if (labelColumns * 2 > source.columns) {
    source.paragraph(`${label} ${value}`, 'left')
    return
  }
  wrapToColumns(printableText(value), source.columns - labelColumns).forEach((text, index) => {
    source.row([
      { text: index === 0 ? label : '', columns: labelColumns, align: 'left' },
      { text, columns: source.columns - labelColumns, align: 'left' },
    ])
  })
}

export function layoutTenders(
  source: ReceiptlineSource,
  texts: ReceiptTexts,
  paid: { readonly tenders: readonly ReceiptTender[]; readonly changeFen: ReceiptTender['amountFen'] },
): void {
  for (const tender of paid.tenders) {
    source.pair(tender.label, yuanText(tender.amountFen))
    if (tender.detail !== null) source.paragraph(tender.detail, 'left', {}, 2)
  }
  if (paid.changeFen !== 0) source.pair(texts.change, yuanText(paid.changeFen), { label: BOLD, value: BOLD })
}

/** What a wallet holds: all of it, then how much of that was paid in and how much was given. */
export function layoutStoredValue(source: ReceiptlineSource, balance: StoredValueBalance, texts: ReceiptTexts): void {
  const { principalFen, bonusFen } = balance
  source.pair(texts.storedValueBalance, yuanText(fen(principalFen + bonusFen)))
  const split = `${texts.principal} ${yuanText(principalFen)} ${texts.bonus} ${yuanText(bonusFen)}`
  source.paragraph(split, 'left', {}, 2)
}

/** What is due, the largest thing on the paper. */
export function layoutDue(source: ReceiptlineSource, label: string, amountText: string): void {
  const value = `￥${amountText}`
  const large = { size: 'large', bold: true } as const
  const tall = { size: 'tall', bold: true } as const
  const styles = [
    { label: large, value: large },
    { label: tall, value: large },
  ].find((style) => {
    const columns = printedColumns(printableText(label), style.label) + printedColumns(value, style.value)
    return columns < source.columns
  })
  source.smallGap()
  source.pair(label, value, styles ?? { label: tall, value: tall })
  source.smallGap()
}

export function layoutFooter(source: ReceiptlineSource, lines: readonly string[]): void {
  for (const line of lines) source.paragraph(line, 'center')
}
