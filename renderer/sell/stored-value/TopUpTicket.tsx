/** The ticket of a top-up: what is paid in, what comes with it, and what the account holds afterwards. */
import type { ReactNode } from 'react'
import type { ChosenTopUp, DoneTopUp } from '../../../shared/contract/top-up.ts'
import { storedValueText } from '../../../shared/text/stored-value.ts'
import { useLabel, useText } from '../../i18n.ts'
import { Money } from '../../kit/Money.tsx'
import { yuan } from '../../kit/money-text.ts'
import css from './TopUpTicket.module.css'

interface TopUpTicketProps {
  /** null until an amount is chosen; without plan and end once it is done */
  part: DoneTopUp | ChosenTopUp | null
  waits: boolean
  servedBy: string | null
}

export function TopUpTicket({ part, waits, servedBy }: TopUpTicketProps) {
  const t = useText(storedValueText)
  const label = useLabel()
  const chosen = part === null ? null : { plan: null, bonusExpiresOn: null, approvedBy: null, ...part }
  return (
    <div className={css['ticket']} data-testid="top-up-ticket">
      <h2 className={css['title']}>
        {t('topUpTitle')}
        {chosen?.plan == null ? null : <small>{label(chosen.plan)}</small>}
      </h2>
      {chosen === null ? (
        <p className={css['choose']}>{t('choose')}</p>
      ) : (
        <dl className={css['parts']}>
          <Part name={t('principal')}>
            <Money fen={chosen.principalFen} bare />
          </Part>
          {chosen.bonusFen === 0 ? null : (
            <Part
              name={t('bonus')}
              note={chosen.bonusExpiresOn === null ? '' : t('bonusUntil', { day: chosen.bonusExpiresOn })}
              gift
            >
              + <Money fen={chosen.bonusFen} bare />
            </Part>
          )}
          {chosen.points === 0 ? null : (
            <Part name={t('giftPoints')} gift>
              + {chosen.points.toLocaleString('en-US')}
            </Part>
          )}
          {chosen.coupons.map((coupon) => (
            <Part key={label(coupon.label)} name={t('giftCoupons')} note={label(coupon.label)} gift>
              ×{coupon.count}
            </Part>
          ))}
          <div className={css['after']}>
            <dt>{t('after')}</dt>
            <dd data-testid="top-up-after">
              {t('afterSplit', { principal: yuan(chosen.afterPrincipalFen), bonus: yuan(chosen.afterBonusFen) })}
            </dd>
          </div>
        </dl>
      )}
      <p className={css['note']}>
        {chosen?.approvedBy == null ? null : <span>{t('approvedBy', { name: chosen.approvedBy })}</span>}
        {servedBy === null ? null : (
          <span>
            {t('served')} {servedBy}
          </span>
        )}
        {waits ? <span>{t('waits')}</span> : null}
      </p>
    </div>
  )
}

interface PartProps {
  name: string
  note?: string
  gift?: boolean
  children: ReactNode
}

function Part({ name, note = '', gift = false, children }: PartProps) {
  return (
    <div className={css['part']}>
      <dt>
        {name}
        {note === '' ? null : <small>{note}</small>}
      </dt>
      <dd className={gift ? css['gift'] : undefined}>{children}</dd>
    </div>
  )
}
