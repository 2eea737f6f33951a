/** Coupons: what each saves, or why it does not count now. One press uses it, leaves it out, or gives the choice back. */
import type { CouponView } from '../../../shared/contract/till.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useLabel, useText } from '../../i18n.ts'
import { classes } from '../../kit/classes.ts'
import { Empty } from '../../kit/Empty.tsx'
import { Money } from '../../kit/Money.tsx'
import { useApp } from '../../state/app-store.ts'
import { order } from '../commands.ts'
import css from './CouponsPane.module.css'
import pane from './Pane.module.css'
import { PaneFrame } from './PaneFrame.tsx'
import { useListKeys } from './use-list-keys.ts'

export function CouponsPane() {
  const t = useText(sellText)
  const coupons = useApp((state) => state.till?.coupons)
  const list = useListKeys()
  return (
    <PaneFrame title={t('couponsTitle')} testId="coupons-pane">
      {coupons === undefined || coupons.length === 0 ? (
        <Empty title={t('couponsNone')} hint={t('couponsNoneHint')} />
      ) : (
        <div ref={list} className={pane['list']}>
          {coupons.map((coupon) => (
            <Coupon key={coupon.couponId} coupon={coupon} />
          ))}
        </div>
      )}
    </PaneFrame>
  )
}

/** What a press on the coupon does: a used one is left out, another is used, and a left-out one is free again. */
function nextChoice(coupon: CouponView): CouponView['choice'] {
  if (coupon.choice === 'forbidden') return 'auto'
  if (coupon.state === 'applied') return 'forbidden'
  return coupon.choice === 'pinned' ? 'auto' : 'pinned'
}

function Coupon({ coupon }: { coupon: CouponView }) {
  const t = useText(sellText)
  const label = useLabel()
  const state = { applied: t('couponApplied'), usable: t('couponUsable'), unusable: t('couponUnusable') }[coupon.state]
  const next = nextChoice(coupon)
  const choose = (choice: CouponView['choice']): void =>
    void order((client, of) => client.till.chooseCoupon({ ...of, couponId: coupon.couponId, choice }))
  const dead = coupon.state === 'unusable' && coupon.choice === 'auto'
  return (
    <button
      type="button"
      className={classes(css['coupon'], css[coupon.state])}
      disabled={dead}
      aria-pressed={coupon.state === 'applied'}
      data-testid={`coupon-${coupon.couponId}`}
      data-state={coupon.state}
      onClick={() => choose(next)}
    >
      <span className={css['worth']}>
        {coupon.savesFen > 0 ? <Money fen={-coupon.savesFen} short tone={dead ? 'quiet' : 'saved'} /> : '—'}
        <small>{state}</small>
      </span>
      <span className={css['what']}>
        <b>{label(coupon.label)}</b>
        <small>
          {[
            coupon.reason === null ? '' : label(coupon.reason),
            coupon.choice === 'pinned' ? t('couponPinned') : coupon.choice === 'forbidden' ? t('couponForbidden') : '',
            coupon.expiresOn === null ? '' : t('couponExpires', { day: coupon.expiresOn }),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </small>
      </span>
      {dead ? null : (
        <span className={css['act']}>
          {{ pinned: t('couponUse'), forbidden: t('couponLeave'), auto: t('couponAuto') }[next]}
        </span>
      )}
    </button>
  )
}
