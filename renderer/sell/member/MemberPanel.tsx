/** The member's card in the tier's colour: who, what is there to spend, and how much is missing to the next tier. */
import { memo } from 'react'
import type { MemberView } from '../../../shared/contract/till.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useLabel, useText } from '../../i18n.ts'
import { classes } from '../../kit/classes.ts'
import { KeyCap } from '../../kit/KeyCap.tsx'
import { Money } from '../../kit/Money.tsx'
import { yuan, yuanShort } from '../../kit/money-text.ts'
import { useApp } from '../../state/app-store.ts'
import { openPane } from '../sell-ui.ts'
import css from './MemberPanel.module.css'
import { tierColour } from './tier-colours.ts'

export const MemberPanel = memo(function MemberPanel() {
  const member = useApp((state) => state.till?.member ?? null)
  const open = useApp((state) => state.till?.screen === 'basket')
  return member === null ? (
    <NoMember enabled={open} />
  ) : (
    <MemberCard key={member.memberId} member={member} enabled={open} />
  )
})

function NoMember({ enabled }: { enabled: boolean }) {
  const t = useText(sellText)
  return (
    <button
      type="button"
      className={css['none']}
      disabled={!enabled}
      data-testid="member-panel"
      onClick={() => openPane({ kind: 'member' })}
    >
      <span className={css['noneTitle']}>
        {t('noMember')}
        {enabled ? <KeyCap name="F2" /> : null}
      </span>
      <span className={css['noneHint']}>{t('noMemberHint')}</span>
    </button>
  )
}

function MemberCard({ member, enabled }: { member: MemberView; enabled: boolean }) {
  const t = useText(sellText)
  const label = useLabel()
  return (
    <section
      className={classes(css['card'], css[tierColour(member.tier?.id ?? null)])}
      aria-label={t('memberPanel')}
      data-testid="member-panel"
      data-tier={member.tier?.id}
      onClick={enabled ? () => openPane({ kind: 'member' }) : undefined}
    >
      <h2 className={css['name']}>
        <span>{member.name}</span>
        {member.tier === null ? null : <u className={css['tier']}>{label(member.tier.label)}</u>}
      </h2>
      <p className={css['who']}>
        <Who member={member} />
      </p>
      <dl className={css['values']}>
        <StoredValue member={member} enabled={enabled} />
        <div>
          <dt>{t('points')}</dt>
          <dd data-testid="member-points">{member.points.toLocaleString('en-US')}</dd>
        </div>
        {member.couponCount === 0 ? null : (
          <div>
            <dt>{t('couponsShort')}</dt>
            <dd data-testid="member-coupons">{member.couponCount}</dd>
          </div>
        )}
      </dl>
      {member.nextTier === null ? null : (
        <>
          <div className={css['bar']} role="presentation">
            <i style={{ width: `${Math.min(Math.max(member.nextTier.progressPercent, 2), 100)}%` }} />
          </div>
          <p className={css['up']}>
            {t('nextTier', { yuan: yuanShort(member.nextTier.missingFen), tier: label(member.nextTier.label) })}
          </p>
        </>
      )}
    </section>
  )
}

/** What the card holds; pressed, it opens the account. */
function StoredValue({ member, enabled }: { member: MemberView; enabled: boolean }) {
  const t = useText(sellText)
  const figures = (
    <>
      <dt>
        {t('storedValue')} {enabled ? <KeyCap name="⇧F2" dark /> : null}
      </dt>
      <dd data-testid="stored-value">
        <Money fen={member.principalFen} bare />
        {member.bonusFen === 0 ? null : <small> + {yuan(member.bonusFen)}</small>}
      </dd>
    </>
  )
  if (!enabled) return <div data-testid="open-account">{figures}</div>
  return (
    <div
      role="button"
      tabIndex={-1}
      className={css['account']}
      onClick={(event) => {
        event.stopPropagation()
        openPane({ kind: 'account' })
      }}
      data-testid="open-account"
    >
      {figures}
    </div>
  )
}

const SOON_DAYS = 30

function Who({ member }: { member: MemberView }) {
  const t = useText(sellText)
  const birthday = member.birthdayInDays
  const soon = birthday !== null && birthday <= SOON_DAYS
  const parts = [member.maskedPhone]
  if (member.cardTail !== null && !soon) parts.push(t('cardTail', { tail: member.cardTail }))
  return (
    <>
      {parts.filter((part) => part !== '').join(' · ')}
      {soon ? (
        <b className={css['birthday']}>{birthday === 0 ? t('birthdayToday') : t('birthdayIn', { count: birthday })}</b>
      ) : null}
    </>
  )
}
