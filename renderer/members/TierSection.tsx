/** The tier with what lifts it and what keeps it, in yuan; and the coupons that are held. */
import type { MemberFile } from '../../shared/contract/members.ts'
import { membersText } from '../../shared/text/members-screen.ts'
import { useLabel, useLocale, useText } from '../i18n.ts'
import { shortDayText } from '../kit/instant-text.ts'
import { yuanShort } from '../kit/money-text.ts'
import { Section } from './Section.tsx'
import css from './Members.module.css'

export function TierSection({ file }: { file: MemberFile }) {
  const t = useText(membersText)
  const label = useLabel()
  const locale = useLocale()
  const { tier } = file
  const next =
    tier.next === null
      ? t('tierTop')
      : t('tierNext', { yuan: yuanShort(tier.next.missingFen), tier: label(tier.next.label) })
  const keep =
    tier.keepFen === null
      ? null
      : tier.keepFen === 0
        ? t('tierKept', { day: tier.reviewOn })
        : t('tierKeep', { day: tier.reviewOn, yuan: yuanShort(tier.keepFen) })
  return (
    <Section title={t('tier')} testId="member-tier">
      <p className={css['line']}>
        <b>{tier.label === null ? t('tierNone') : label(tier.label)}</b>
        <span className={css['quiet']}>{t('growth', { yuan: yuanShort(tier.growthFen) })}</span>
      </p>
      {tier.next === null ? null : (
        <div className={css['bar']} role="presentation">
          <i style={{ width: `${Math.min(Math.max(tier.next.percent, 2), 100)}%` }} />
        </div>
      )}
      <p>{next}</p>
      {keep === null ? null : <p className={tier.keepFen === 0 ? css['quiet'] : css['wanted']}>{keep}</p>}
      {tier.lifts.map((lift) => (
        <p key={lift.at} className={css['quiet']}>
          {t('tierLift', { day: shortDayText(lift.at, locale), tier: label(lift.label) })}
        </p>
      ))}
    </Section>
  )
}

export function CouponsSection({ file }: { file: MemberFile }) {
  const t = useText(membersText)
  const label = useLabel()
  return (
    <Section title={t('coupons')}>
      {file.coupons.length === 0 ? <p className={css['quiet']}>{t('couponsNone')}</p> : null}
      {file.coupons.map((coupon) => (
        <p key={coupon.couponId} className={css['line']}>
          <span>{label(coupon.label)}</span>
          <span className={css['quiet']}>
            {coupon.expiresOn === null ? coupon.couponId : t('until', { day: coupon.expiresOn })}
          </span>
        </p>
      ))}
    </Section>
  )
}
