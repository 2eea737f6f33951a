/**
 * Phone numbers as the shop writes them: mainland mobiles of 11 digits that begin with 1, all others with their country
 * code (+852 9123 4567). Kept without spaces; +86 in front of a mainland number is left away.
 */
import { ok, refuse, type Result } from '../result.ts'

/** Refuses with phone-length {digits} or phone-wrong. */
export function readPhone(text: string): Result<string, 'phone-length' | 'phone-wrong'> {
  const plain = text.replace(/[\s()\u2010-\u2015-]/g, '').replace(/^\uff0b|^00/, '+')
  const mainland = plain.replace(/^\+86/, '')
  if (/^1[3-9]\d{9}$/.test(mainland)) return ok(mainland)
  if (/^\+(?!86)[1-9]\d{6,14}$/.test(plain)) return ok(plain)
  return /^\d+$/.test(mainland) && mainland.length !== 11
    ? refuse('phone-length', { digits: mainland.length })
    : refuse('phone-wrong')
}
