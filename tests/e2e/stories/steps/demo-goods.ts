/** Codes of the demo shop, read from the shop itself. */
import { scaleLabel } from '../../../../electron/demo/check-digits.ts'
import { memberCardNumber } from '../../../../shared/domain/member/card-number.ts'
import { demoProducts } from '../../../../electron/demo/products.ts'
import { STORY_MEMBERS } from '../../../../electron/demo/story-members.ts'

const products = demoProducts()

export function barcodeOf(sku: string): string {
  return there(products.find((product) => product.sku === sku)?.barcode, sku)
}

/** A label of the shop's scale for a weighed product. */
export function labelOf(sku: string, weightGrams: number): string {
  return scaleLabel(there(products.find((product) => product.sku === sku)?.plu, sku), weightGrams)
}

/** The number of a member's first card, whatever its state. */
export function cardOf(name: string): string {
  const serial = STORY_MEMBERS.find((member) => member.name === name)?.cards[0]?.[0]
  return there(memberCardNumber(there(serial, name)), name)
}

/** A valid EAN-13 that no product has. */
export const UNKNOWN_BARCODE = '6900000000014'

/** A payment code of WeChat's that belongs to nobody; its last digit tells the simulated terminal what to do. */
export const paymentCode = (lastDigit: number): string => `1359027461835507${lastDigit}`.padEnd(18, String(lastDigit))

function there<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new RangeError(`the demo shop has no ${what}`)
  return value
}
