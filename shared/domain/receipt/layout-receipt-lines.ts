/**
 * The goods of a receipt: name, quantity × list price, what the line costs, and under it every reduction with its reason.
 *
 * Invariant: the right-most column holds net amounts only, so a customer who adds it up gets what is payable; reductions
 * end in a column of their own to the left of it.
 */
import { columnsOf, printableText, wrapToColumns } from './paper-text.ts'
import type { ReceiptLine } from './receipt-document.ts'
import type { ReceiptTexts } from './receipt-texts.ts'
import type { ReceiptlineSource } from './receiptline-source.ts'
import { gap } from './receiptline-source.ts'
import { yuanText } from './yuan-text.ts'

const INDENT = 2

type NumberColumns = { readonly qty: number; readonly price: number; readonly net: number }

/** Columns that a shop's usual numbers take, so that receipts of one shop look alike. */
const USUAL: NumberColumns = { qty: 7, price: 8, net: 9 }
/** A wide layout needs at least this much for names. */
const LEAST_NAME_COLUMNS = 16

/** How wide each number's column must be for the widest number of this receipt, one blank column before it included. */
function numberColumns(lines: readonly ReceiptLine[], texts: ReceiptTexts): NumberColumns {
  const widest = (usual: number, values: readonly string[]): number =>
    values.reduce((columns, value) => Math.max(columns, columnsOf(printableText(value)) + 1), usual)
  const prices = lines.map((line) => yuanText(line.unitPriceFen))
  const reductions = lines.flatMap((line) => line.adjustments.map((adjustment) => yuanText(adjustment.amountFen)))
  return {
    qty: widest(USUAL.qty, [texts.qty, ...lines.map((line) => line.qtyText)]),
    price: widest(USUAL.price, [texts.unitPrice, ...prices, ...reductions]),
    net: widest(USUAL.net, [texts.amount, ...lines.map((line) => yuanText(line.netFen))]),
  }
}

/** Prints the heading, then each line with its reductions. */
export function layoutReceiptLines(
  source: ReceiptlineSource,
  lines: readonly ReceiptLine[],
  texts: ReceiptTexts,
): void {
  const numbers = numberColumns(lines, texts)
  const nameColumns = source.columns - numbers.qty - numbers.price - numbers.net
  const wide = nameColumns >= LEAST_NAME_COLUMNS
  if (wide) {
    source.row([
      { text: texts.item, columns: nameColumns, align: 'left' },
      { text: texts.qty, columns: numbers.qty, align: 'right' },
      { text: texts.unitPrice, columns: numbers.price, align: 'right' },
      { text: texts.amount, columns: numbers.net, align: 'right' },
    ])
  } else {
    source.pair(texts.qtyByPrice, texts.amount)
  }
  source.rule('dotted')
  for (const line of lines) {
    if (wide) layoutWideLine(source, line, numbers)
    else layoutNarrowLine(source, line)
    layoutReasons(source, line, numbers, texts)
    if (!wide || line.adjustments.length > 0) source.smallGap()
  }
}

/** Name and numbers in one row; a name that is too long gets rows of its own above the numbers. */
function layoutWideLine(source: ReceiptlineSource, line: ReceiptLine, numbers: NumberColumns): void {
  const nameColumns = source.columns - numbers.qty - numbers.price - numbers.net
  const name = printableText(line.name)
  const fits = columnsOf(name) <= nameColumns
  if (!fits) source.paragraph(name, 'left')
  source.row([
    { text: fits ? name : '', columns: nameColumns, align: 'left' },
    { text: line.qtyText, columns: numbers.qty, align: 'right' },
    { text: yuanText(line.unitPriceFen), columns: numbers.price, align: 'right' },
    { text: yuanText(line.netFen), columns: numbers.net, align: 'right' },
  ])
}

/** Name above, `2 × 12.00` and the amount below. */
function layoutNarrowLine(source: ReceiptlineSource, line: ReceiptLine): void {
  source.paragraph(line.name, 'left')
  const calculation = printableText(`${line.qtyText} × ${yuanText(line.unitPriceFen)}`)
  const net = yuanText(line.netFen)
  const calculationColumns = source.columns - INDENT - columnsOf(net)
  if (columnsOf(calculation) >= calculationColumns) {
    source.paragraph(calculation, 'left', {}, INDENT)
    source.paragraph(net, 'right')
    return
  }
  source.row([
    gap(INDENT),
    { text: calculation, columns: calculationColumns, align: 'left' },
    { text: net, columns: columnsOf(net), align: 'right' },
  ])
}

/** Every reduction with its amount, and who served. */
function layoutReasons(
  source: ReceiptlineSource,
  line: ReceiptLine,
  numbers: NumberColumns,
  texts: ReceiptTexts,
): void {
  for (const { label, amountFen } of line.adjustments) {
    const amount = yuanText(amountFen)
    const right = numbers.net
    const labelColumns = source.columns - INDENT - right - columnsOf(amount)
    if (labelColumns < 10) {
      source.paragraph(`${label} ${amount}`, 'left', {}, INDENT)
      continue
    }
    const rows = wrapToColumns(printableText(label), labelColumns - 1)
    rows.forEach((text, index) => {
      const last = index === rows.length - 1
      source.row([
        gap(INDENT),
        { text, columns: labelColumns, align: 'left' },
        { text: last ? amount : '', columns: columnsOf(amount), align: 'right' },
        gap(right),
      ])
    })
  }
  if (line.servedBy !== null) source.paragraph(`${texts.servedBy} ${line.servedBy}`, 'left', {}, INDENT)
}
