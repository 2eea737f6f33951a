/**
 * Tells apart what a scanner can read: payment code, scale barcode, coupon, member card, goods.
 * A scale's label is 20 or 21, five digits of PLU, five digits of grams, and the EAN's check digit.
 * Only the shape is judged here; whether it exists is looked up by the caller in the order that is returned.
 */
export type ScanGuess =
  | { readonly kind: 'payment'; readonly wallet: 'wechat' | 'alipay' }
  | { readonly kind: 'scale'; readonly plu: string; readonly grams: number; readonly barcode: string }
  | { readonly kind: 'card'; readonly number: string }
  | { readonly kind: 'coupon'; readonly code: string }
  | { readonly kind: 'goods'; readonly barcode: string }

/** WeChat: 18 digits from 10 to 15. Alipay: 16 to 24 digits from 25 to 30. */
export function paymentWallet(code: string): 'wechat' | 'alipay' | null {
  if (/^1[0-5]\d{16}$/.test(code)) return 'wechat'
  if (/^(2[5-9]|30)\d{14,22}$/.test(code)) return 'alipay'
  return null
}

export function guessScan(code: string): ScanGuess {
  const wallet = paymentWallet(code)
  if (wallet !== null) return { kind: 'payment', wallet }
  if (/^2[01]\d{11}$/.test(code) && hasEan13CheckDigit(code)) {
    return { kind: 'scale', plu: code.slice(2, 7), grams: Number(code.slice(7, 12)), barcode: code }
  }
  // 88 is also the EAN prefix of Korea, Thailand and Singapore: a number that is a valid EAN is goods
  if (/^88\d{11}$/.test(code) && hasLuhnCheckDigit(code) && !hasEan13CheckDigit(code))
    return { kind: 'card', number: code }
  if (/^[A-Z]{1,4}[A-Z0-9-]{3,}$/.test(code)) return { kind: 'coupon', code }
  return { kind: 'goods', barcode: code }
}

/** EAN-13: weights 1 and 3 from the left. */
export function hasEan13CheckDigit(code: string): boolean {
  if (!/^\d{13}$/.test(code)) return false
  let sum = 0
  for (let i = 0; i < 12; i++) sum += Number(code[i]) * (i % 2 === 0 ? 1 : 3)
  return (10 - (sum % 10)) % 10 === Number(code[12])
}

/** Luhn, modulus 10, over the whole number. */
export function hasLuhnCheckDigit(code: string): boolean {
  let sum = 0
  for (let i = 0; i < code.length; i++) {
    const digit = Number(code[code.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
