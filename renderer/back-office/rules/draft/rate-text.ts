/**
 * Rates as shops write them: '8.8' 折 is 8800 basis points of the price that is paid. A number above 10 is read as on a
 * poster, '88' 折 being 8.8. Integers only.
 */

/** '8.8' → 8800, '88' → 8800, '5' → 5000, '0' → 0 (free); null where the text is no rate from 0 to 10 折. */
export function rateFromText(text: string): number | null {
  const match = /^(\d{1,2})(?:\.(\d{1,3}))?\s*折?$/.exec(text.trim())
  if (match === null) return null
  const whole = Number(match[1])
  const decimals = match[2] ?? ''
  if (whole <= 10) {
    const rate = whole * 1000 + Number(decimals.padEnd(3, '0'))
    return rate > 10_000 ? null : rate
  }
  return decimals.length > 2 ? null : whole * 100 + Number(decimals.padEnd(2, '0'))
}

/** 8800 → '8.8', 9000 → '9', 0 → '0' */
export function rateText(rate: number): string {
  const decimals = String(rate % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return `${Math.trunc(rate / 1000)}${decimals === '' ? '' : `.${decimals}`}`
}

/** 8800 → '88', 8850 → '88.5': what of the price is paid, in percent */
export function percentText(rate: number): string {
  const decimals = String(rate % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${Math.trunc(rate / 100)}${decimals === '' ? '' : `.${decimals}`}`
}
