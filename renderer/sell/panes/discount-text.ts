/** What a cashier types for a rate, as basis points that are paid. */
import type { KeypadRule } from '../../kit/keypad-text.ts'
import { fenFromYuanText } from '../../kit/money-text.ts'

/** 9, 8.8, and 95 for 九五折 */
export const RATE_RULE: KeypadRule = { decimals: 2, maxDigits: 2 }

/** '9' and '90' → 9000, '8.8' and '88' → 8800; null where the text is no rate below the whole price. */
export function rateFromText(text: string): number | null {
  const hundredths = fenFromYuanText(text)
  if (hundredths === null || hundredths === 0) return null
  return hundredths < 1000 ? hundredths * 10 : hundredths
}
