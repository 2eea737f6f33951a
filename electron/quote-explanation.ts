/**
 * A quote for a person: a table of the lines, then what was used, what was not and why, what is missing to more, points
 * and returns.
 *
 * Invariant: columns stand under each other in a terminal, where Chinese characters are two cells wide.
 */
import type { ExplainedQuote } from '../shared/contract/pricing/quote.ts'
import type { Refused } from '../shared/contract/pricing/validate.ts'
import type { Adjustment, NextStep, QuoteLine, Refund, Skipped } from '../shared/domain/pricing/types.ts'
import { fixedLabels, skipLabel, stepLabel } from '../shared/text/offers.ts'

const QTY_PER_PIECE = 1000

/** The words for one answer; `number` counts the scenarios of an array. */
export function explanation(answer: ExplainedQuote | Refused, number: number | null): string {
  const title = number === null ? [] : [`—— 第 ${number} 单 ——`]
  if ('error' in answer) {
    return [...title, `不能计价:${answer.error.message}`, `位置:${answer.error.path || '(整个文件)'}`].join('\n')
  }
  const { quote, nextSteps } = answer
  return [
    ...title,
    table([['行', '商品', '数量', '原价', '应付', '为什么'], ...quote.lines.map(lineCells)]),
    '',
    `原价合计 ${yuan(quote.gross)}  优惠 ${yuan(quote.gross - quote.payable)}  应付 ${yuan(quote.payable)}`,
    ...section(
      '用了',
      quote.applied.map(({ id, kind, amount }) => `${kind === 'coupon' ? '券' : '促销'} ${id}  ${yuan(amount)}`),
    ),
    ...section('没有用', quote.skipped.map(skippedWords)),
    ...section('还差一点', nextSteps.map(nextStepWords)),
    ...(quote.points.redeemed > 0 ? [`用积分 ${quote.points.redeemed} 抵 ${yuan(quote.points.value)}`] : []),
    ...(quote.rounding > 0 ? [`抹零 ${yuan(quote.rounding)}`] : []),
    ...(quote.points.earned > 0 ? [`得积分 ${quote.points.earned}`] : []),
    ...(quote.exact ? [] : ['可用的优惠超过 12 个,结果是有限搜索得到的。']),
    ...section('退货', (quote.refunds ?? []).map(refundWords)),
  ].join('\n')
}

function lineCells({ line, sku, qty, gross, net, adjustments }: QuoteLine): string[] {
  const why = adjustments.map(adjustmentWords).join(';')
  return [line, sku, String(qty / QTY_PER_PIECE), yuan(gross), yuan(net), why || '原价']
}

function adjustmentWords({ source, amount }: Adjustment): string {
  const fixed = Object.hasOwn(fixedLabels, source) ? fixedLabels[source as keyof typeof fixedLabels].zh : source
  const words = source.startsWith('tier:') ? `${fixedLabels.member.zh}(${source.slice('tier:'.length)})` : fixed
  return `${words} ${amount > 0 ? '+' : ''}${yuan(amount)}`
}

/** How far it is to the threshold stands among the next steps, which know fen from pieces. */
function skippedWords({ id, reason, by }: Skipped): string {
  const words = skipLabel(reason, null).zh
  return `${id}:${by === undefined ? words : `${words}(${by})`}`
}

function nextStepWords({ id, ...step }: NextStep): string {
  return stepLabel(step, { zh: id, en: id }).zh
}

function refundWords({ amount, lines, pointsTakenBack, pointsGivenBack }: Refund, place: number): string {
  const parts = lines.map(({ line, amount: part }) => `行 ${line} ${yuan(part)}`).join(',')
  const points = `收回积分 ${pointsTakenBack},退还积分 ${pointsGivenBack}`
  return `第 ${place + 1} 次:退 ${yuan(amount)}${parts === '' ? '' : `(${parts})`};${points}`
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)]
}

function yuan(amountFen: number): string {
  const digits = String(Math.abs(amountFen)).padStart(3, '0')
  return `${amountFen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => cellsOf(row[column]!))))
  const numeric = new Set([2, 3, 4])
  return rows
    .map((row) =>
      row
        .map((text, column) => {
          const space = ' '.repeat(widths[column]! - cellsOf(text))
          return numeric.has(column) ? space + text : text + space
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Terminal cells of a text: East Asian wide characters take two. */
function cellsOf(text: string): number {
  let cells = 0
  for (const character of text) cells += /[\u1100-\u115f\u2e80-\u303e\u3041-\uffdc]/u.test(character) ? 2 : 1
  return cells
}
