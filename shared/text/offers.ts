/** Words about prices that the core puts into snapshots and receipts: why something costs less, and what is missing. */
export interface OfferLabel {
  readonly zh: string
  readonly en: string
}

/** 9000 → '9 折' and '10% off'; 8800 → '8.8 折'. */
export function rateLabel(rate: number): OfferLabel {
  const tenths = rate / 1000
  const off = (10_000 - rate) / 100
  return { zh: `${trimmed(tenths)} 折`, en: `${trimmed(off)}% off` }
}

export function tierLabel(tier: OfferLabel, rate: number): OfferLabel {
  const words = rateLabel(rate)
  return { zh: `${tier.zh} ${words.zh}`, en: `${tier.en} ${words.en}` }
}

export const fixedLabels = {
  manual: { zh: '改价', en: 'Price override' },
  member: { zh: '会员价', en: 'Member price' },
  points: { zh: '积分抵扣', en: 'Points' },
  rounding: { zh: '抹零', en: 'Rounding' },
} as const satisfies Record<string, OfferLabel>

/** The name of a whole-order discount: rate in basis points that are paid, off in fen, round whatever its unit. */
export function adHocLabel(kind: 'rate' | 'off' | 'round', value: number): OfferLabel {
  if (kind === 'round') return { zh: '抹零', en: 'Rounded down' }
  if (kind === 'off') return { zh: `整单减 ¥${yuan(value)}`, en: `¥${yuan(value)} off the order` }
  if (value === 0) return { zh: '整单免单', en: 'The order is free' }
  const words = rateLabel(value)
  return { zh: `整单 ${words.zh}`, en: `${words.en} the order` }
}

/** A name inside of a sentence: 「满 100 减 10」 */
export function named(label: OfferLabel): OfferLabel {
  return { zh: `「${label.zh}」`, en: `"${label.en === '' ? label.zh : label.en}"` }
}

export const tenderLabels = {
  cash: { zh: '现金', en: 'Cash' },
  mobile: { zh: '扫码支付', en: 'Mobile pay' },
  storedValue: { zh: '储值', en: 'Stored value' },
  bankCard: { zh: '银行卡', en: 'Bank card' },
  elsewhere: { zh: '线下退回', en: 'Paid elsewhere' },
} as const satisfies Record<string, OfferLabel>

export const walletLabels = {
  wechat: { zh: '微信', en: 'WeChat' },
  alipay: { zh: '支付宝', en: 'Alipay' },
} as const satisfies Record<string, OfferLabel>

export interface StepWords {
  readonly missing: number
  readonly unit: 'fen' | 'pieces'
  readonly gives:
    | { readonly kind: 'off'; readonly off: number }
    | { readonly kind: 'rate'; readonly rate: number }
    | { readonly kind: 'free'; readonly pieces: number }
    | { readonly kind: 'price'; readonly pieces: number; readonly price: number }
}

/** "再买 ¥12.00,减 ¥30.00(满 120 减 30)" */
export function stepLabel(step: StepWords, offer: OfferLabel): OfferLabel {
  const missing =
    step.unit === 'fen'
      ? { zh: `再买 ¥${yuan(step.missing)}`, en: `¥${yuan(step.missing)} more` }
      : { zh: `再买 ${step.missing} 件`, en: `${step.missing} more` }
  const gives = givesLabel(step.gives)
  return { zh: `${missing.zh},${gives.zh}(${offer.zh})`, en: `${missing.en}: ${gives.en} (${offer.en})` }
}

function givesLabel(gives: StepWords['gives']): OfferLabel {
  if (gives.kind === 'off') return { zh: `减 ¥${yuan(gives.off)}`, en: `¥${yuan(gives.off)} off` }
  if (gives.kind === 'free') return { zh: `送 ${gives.pieces} 件`, en: `${gives.pieces} free` }
  if (gives.kind === 'price')
    return { zh: `${gives.pieces} 件共 ¥${yuan(gives.price)}`, en: `${gives.pieces} for ¥${yuan(gives.price)}` }
  if (gives.rate === 0) return { zh: '一件免费', en: 'one free' }
  return { zh: `享 ${rateLabel(gives.rate).zh}`, en: rateLabel(gives.rate).en }
}

const skipWords: Record<string, OfferLabel> = {
  forbidden: { zh: '已选择不用', en: 'left out by choice' },
  'not-started': { zh: '还没到使用时间', en: 'not valid yet' },
  expired: { zh: '已过期', en: 'expired' },
  'wrong-time': { zh: '现在不在可用时段', en: 'not at this time' },
  'wrong-store': { zh: '不能在本店使用', en: 'not at this store' },
  'not-for-this-member': { zh: '这位会员不能使用', en: 'not for this member' },
  'nothing-in-scope': { zh: '单里没有适用的商品', en: 'nothing it applies to' },
  'below-threshold': { zh: '还没到使用门槛', en: 'below its threshold' },
  'excluded-by': { zh: '不能与已用的优惠同享', en: 'not together with what is used' },
  limit: { zh: '超过每单可用张数', en: 'above the number of coupons for one sale' },
  'better-without': { zh: '不用更省', en: 'cheaper without it' },
}

/** Why an offer is not used; `missing` in fen where it is below its threshold. */
export function skipLabel(reason: string, missing: number | null): OfferLabel {
  if (reason === 'below-threshold' && missing !== null)
    return { zh: `还差 ¥${yuan(missing)}`, en: `¥${yuan(missing)} missing` }
  return skipWords[reason] ?? { zh: reason, en: reason }
}

/** 1250 → '12.50' */
export function yuan(amountFen: number): string {
  const digits = String(amountFen).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function trimmed(value: number): string {
  return String(Math.round(value * 100) / 100)
}
