/** What is bought again and again, and the last purchases. */
import type { MemberFile } from '../../shared/contract/members.ts'
import { membersText } from '../../shared/text/members-screen.ts'
import { useLabel, useLocale, useText } from '../i18n.ts'
import { shortDayText, timeText } from '../kit/instant-text.ts'
import { Money } from '../kit/Money.tsx'
import { Section } from './Section.tsx'
import css from './Members.module.css'

export function FavouritesSection({ file }: { file: MemberFile }) {
  const t = useText(membersText)
  const label = useLabel()
  if (file.visits.favourites.length === 0) return null
  return (
    <Section title={t('favourites')}>
      <p className={css['chips']}>
        {file.visits.favourites.map((favourite) => (
          <span key={favourite.label.zh} className={css['chip']}>
            {label(favourite.label)} <small>{t('times', { count: favourite.visits })}</small>
          </span>
        ))}
      </p>
    </Section>
  )
}

export function PurchasesSection({ file }: { file: MemberFile }) {
  const t = useText(membersText)
  const locale = useLocale()
  return (
    <Section title={t('purchases')}>
      {file.visits.last.length === 0 ? <p className={css['quiet']}>{t('purchasesNone')}</p> : null}
      {file.visits.last.map((sale) => (
        <p key={sale.saleId} className={css['row']}>
          <span className={css['when']}>
            {shortDayText(sale.at, locale)} {timeText(sale.at, locale)}
          </span>
          <span className={css['what']}>
            {sale.receiptNo} <small>{t('pieces', { count: sale.pieces })}</small>
          </span>
          <Money fen={sale.payableFen} bare />
        </p>
      ))}
    </Section>
  )
}
