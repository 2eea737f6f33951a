/** The words and the family of a kind of rule. */
import type { rulesScreenText } from '../../../shared/text/rules-screen.ts'
import { type FormKind, isUnitKind, type RuleKind } from './draft/rule-draft.ts'

type TextKey = keyof typeof rulesScreenText

const PROMOTIONS: Readonly<Record<Exclude<RuleKind, 'product'>, TextKey>> = {
  nth: 'kindNth',
  buyGet: 'kindBuyGet',
  forPrice: 'kindForPrice',
  special: 'kindSpecial',
  percent: 'kindPercent',
  quantityRate: 'kindQuantityRate',
  amountOff: 'kindAmountOff',
  orderRate: 'kindOrderRate',
}

const HINTS = {
  kindNth: 'kindNthHint',
  kindBuyGet: 'kindBuyGetHint',
  kindForPrice: 'kindForPriceHint',
  kindSpecial: 'kindSpecialHint',
  kindPercent: 'kindPercentHint',
  kindQuantityRate: 'kindQuantityRateHint',
  kindAmountOff: 'kindAmountOffHint',
  kindOrderRate: 'kindOrderRateHint',
  kindCouponAmountOff: 'kindCouponAmountOffHint',
  kindCouponOrderRate: 'kindCouponOrderRateHint',
  kindCouponProduct: 'kindCouponProductHint',
} as const satisfies Partial<Record<TextKey, TextKey>>

export type KindName = keyof typeof HINTS

export function kindName({ kind, ruleKind }: FormKind): KindName {
  if (ruleKind === 'product') return 'kindCouponProduct'
  if (kind === 'promotion') return PROMOTIONS[ruleKind] as KindName
  return ruleKind === 'orderRate' ? 'kindCouponOrderRate' : 'kindCouponAmountOff'
}

export const kindHint = (kind: FormKind): (typeof HINTS)[KindName] => HINTS[kindName(kind)]

/** What a rule acts on: single goods, the order, or it is a coupon. */
export type Family = 'units' | 'order' | 'coupon'

export function familyOf({ kind, ruleKind }: { kind: FormKind['kind']; ruleKind: string }): Family {
  if (kind === 'coupon-template') return 'coupon'
  return isUnitKind(ruleKind as RuleKind) ? 'units' : 'order'
}
