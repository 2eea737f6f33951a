/**
 * Money as text and text as money: the only place of the screens where yuan are typed or shown.
 * Invariant: integers only. Nothing is added up here; sums come from the core.
 */

/** 123456 → '1,234.56'; negative amounts carry '−' (U+2212). */
export function yuan(amountFen: number): string {
  const digits = String(Math.abs(amountFen)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amountFen < 0 ? '−' : ''}${whole}.${digits.slice(-2)}`
}

/** Like yuan, without '.00' where the amount is whole: for banknotes and prices in sentences. */
export function yuanShort(amountFen: number): string {
  const text = yuan(amountFen)
  return text.endsWith('.00') ? text.slice(0, -3) : text
}

/** '12.5' → 1250; null where the text is no amount with at most two decimals. */
export function fenFromYuanText(text: string): number | null {
  const match = /^(\d{1,9})?(?:\.(\d{0,2}))?$/.exec(text)
  if (match === null || (match[1] === undefined && (match[2] === undefined || match[2] === ''))) return null
  return Number(match[1] ?? '0') * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** 1250 → '12.5', 1200 → '12': as a person would type it. */
export function yuanTextFromFen(amountFen: number): string {
  return `${Math.trunc(amountFen / 100)}.${String(amountFen % 100).padStart(2, '0')}`.replace(/\.?0+$/, '') || '0'
}

/** Quantity in thousandths → '2' for pieces, '0.356' for weights. */
export function quantityText(qty: number, countable: boolean): string {
  if (countable && qty % 1000 === 0) return String(qty / 1000)
  return `${Math.trunc(qty / 1000)}.${String(qty % 1000).padStart(3, '0')}`
}

/** '0.356' → 356, '2' → 2000; null where the text is no number with at most three decimals. */
export function thousandthsFromText(text: string): number | null {
  const match = /^(\d{1,6})?(?:\.(\d{0,3}))?$/.exec(text)
  if (match === null || (match[1] === undefined && (match[2] === undefined || match[2] === ''))) return null
  return Number(match[1] ?? '0') * 1000 + Number((match[2] ?? '').padEnd(3, '0'))
}
