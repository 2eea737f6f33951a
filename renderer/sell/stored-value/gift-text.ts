/** What comes with a top-up, in a few words: 送 ¥100 · 200 积分 · 满 50 减 5 券 ×2. */
import type { TopUpGift } from '../../../shared/contract/top-up.ts'
import { storedValueText } from '../../../shared/text/stored-value.ts'
import { useLabel, useText } from '../../i18n.ts'
import { yuanShort } from '../../kit/money-text.ts'

export function useGiftText(): (gift: TopUpGift) => string[] {
  const t = useText(storedValueText)
  const label = useLabel()
  return ({ bonusFen, points, coupons }) => [
    ...(bonusFen === 0 ? [] : [t('gives', { yuan: yuanShort(bonusFen) })]),
    ...(points === 0 ? [] : [t('points', { points: points.toLocaleString('en-US') })]),
    ...coupons.map((coupon) => t('coupon', { name: label(coupon.label), count: coupon.count })),
  ]
}
