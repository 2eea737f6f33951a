/** Amounts as a receipt prints them. */
import type { Fen } from '../money.ts'

/** `1205` → `12.05`, `-240` → `-2.40`. */
export function yuanText(amountFen: Fen): string {
  const digits = String(Math.abs(amountFen)).padStart(3, '0')
  return `${amountFen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
