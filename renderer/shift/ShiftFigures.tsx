/** The figures of a shift, large and calm: sales first, then how they were paid, then what the drawer should hold. */
import type { ShiftSummary } from '../../shared/contract/app.ts'
import { shiftText } from '../../shared/text/shift.ts'
import { useLabel, useLocale, useText } from '../i18n.ts'
import { dayText, timeText } from '../kit/instant-text.ts'
import { Money } from '../kit/Money.tsx'
import css from './CloseShift.module.css'

export function ShiftFigures({ summary, openedBy }: { summary: ShiftSummary; openedBy: string }) {
  const t = useText(shiftText)
  const locale = useLocale()
  return (
    <section className={css['figures']}>
      <header>
        <h1 className={css['title']}>{t('close.title')}</h1>
        <p className={css['sub']}>
          {t('close.subtitle', {
            day: dayText(summary.businessDay, locale),
            ordinal: summary.dayOrdinal,
            time: timeText(summary.openedAt, locale),
            name: openedBy,
          })}
        </p>
      </header>
      <div className={css['sales']}>
        <span className={css['label']}>{t('close.sales')}</span>
        <b className={css['huge']}>
          <Money fen={summary.salesFen} testId="shift-sales" />
        </b>
        <span className={css['beside']}>
          {t('close.salesCount', { count: summary.salesCount })}
          {summary.discountFen === 0 ? null : (
            <span className={css['saved']}>
              {t('close.saved')} <Money fen={summary.discountFen} />
            </span>
          )}
        </span>
      </div>
      <Tenders summary={summary} />
      <Drawer summary={summary} />
    </section>
  )
}

function Tenders({ summary }: { summary: ShiftSummary }) {
  const t = useText(shiftText)
  const label = useLabel()
  return (
    <ul className={css['tenders']} aria-label={t('close.tenders')}>
      {summary.tenders.length === 0 ? <li className={css['quiet']}>{t('close.noTenders')}</li> : null}
      {summary.tenders.map((tender) => (
        <li key={tender.kind} className={css['tender']}>
          <span>{label(tender.label)}</span>
          <span className={css['quiet']}>{t('close.tenderCount', { count: tender.count })}</span>
          <b>
            <Money fen={tender.amountFen} bare />
          </b>
        </li>
      ))}
      {summary.topUps.count === 0 ? null : (
        <li className={css['tender']} data-testid="shift-top-ups">
          <span>{t('close.topUps')}</span>
          <span className={css['quiet']}>{t('close.tenderCount', { count: summary.topUps.count })}</span>
          <b>
            <Money fen={summary.topUps.amountFen} bare />
          </b>
        </li>
      )}
      {summary.payOuts.count === 0 ? null : (
        <li className={css['tender']} data-testid="shift-pay-outs">
          <span>{t('close.payOuts')}</span>
          <span className={css['quiet']}>{t('close.tenderCount', { count: summary.payOuts.count })}</span>
          <b>
            <Money fen={-summary.payOuts.amountFen} bare />
          </b>
        </li>
      )}
      {summary.pointsIssued === 0 && summary.pointsRedeemed === 0 ? null : (
        <li className={css['points']}>
          <span>{t('close.points')}</span>
          <span className={css['quiet']}>
            {t('close.pointsIssued', { points: summary.pointsIssued })} ·{' '}
            {t('close.pointsRedeemed', { points: summary.pointsRedeemed })}
          </span>
        </li>
      )}
    </ul>
  )
}

function Drawer({ summary }: { summary: ShiftSummary }) {
  const t = useText(shiftText)
  return (
    <dl className={css['drawer']}>
      <div>
        <dt>{t('close.float')}</dt>
        <dd>
          <Money fen={summary.floatFen} bare />
        </dd>
      </div>
      <div>
        <dt>{t('close.cashIn')}</dt>
        <dd>
          <Money fen={summary.cashInFen} bare />
        </dd>
      </div>
      <div className={css['expected']}>
        <dt>{t('close.expected')}</dt>
        <dd>
          <Money fen={summary.expectedCashFen} testId="shift-expected" />
        </dd>
      </div>
    </dl>
  )
}
