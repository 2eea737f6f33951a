/** What the count showed: exactly right, over or short. The slip is in the print queue by now. */
import { useEffect, useRef } from 'react'
import type { ShiftSummary } from '../../shared/contract/app.ts'
import { shiftText } from '../../shared/text/shift.ts'
import { useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { classes } from '../kit/classes.ts'
import { dayText } from '../kit/instant-text.ts'
import { Money } from '../kit/Money.tsx'
import { runApp } from '../state/run.ts'
import { leaveClosing } from './closing.ts'
import css from './CloseShift.module.css'

export function ClosedShift({ summary }: { summary: ShiftSummary }) {
  const t = useText(shiftText)
  const locale = useLocale()
  const heading = useRef<HTMLHeadingElement>(null)
  // Not the button: an Enter too many must not put the result away unread.
  useEffect(() => heading.current?.focus(), [])
  const differenceFen = summary.differenceFen ?? 0
  const kind = differenceFen === 0 ? 'even' : differenceFen > 0 ? 'over' : 'short'
  const signOut = async (): Promise<void> => {
    const outcome = await runApp((client, commandId) => client.session.signOut({ commandId }))
    if (outcome.ok) leaveClosing()
  }
  return (
    <section className={css['closed']} data-testid="shift-closed" data-difference={differenceFen}>
      <header>
        <h1 ref={heading} tabIndex={-1} className={css['title']}>
          {t('closed.title')}
        </h1>
        <p className={css['sub']}>{t('closed.subtitle', { day: dayText(summary.businessDay, locale) })}</p>
      </header>
      <div className={classes(css['difference'], css[kind])}>
        <span className={css['differenceWord']}>{t(`closed.${kind}`)}</span>
        {kind === 'even' ? null : (
          <b className={css['differenceAmount']}>
            <Money fen={Math.abs(differenceFen)} testId="difference" />
          </b>
        )}
        <p>{t(`closed.${kind}Sentence`)}</p>
      </div>
      <dl className={css['compare']}>
        <div>
          <dt>{t('closed.expected')}</dt>
          <dd>
            <Money fen={summary.expectedCashFen} />
          </dd>
        </div>
        <div>
          <dt>{t('closed.counted')}</dt>
          <dd>
            <Money fen={summary.countedCashFen ?? 0} />
          </dd>
        </div>
        <div>
          <dt>{t('close.sales')}</dt>
          <dd>
            <Money fen={summary.salesFen} />
          </dd>
        </div>
        <div>
          <dt>{t('close.salesCountTitle')}</dt>
          <dd>{summary.salesCount}</dd>
        </div>
      </dl>
      <div className={css['closedActions']}>
        <Button variant="primary" size="large" onClick={() => void signOut()} data-testid="closed-sign-out">
          {t('closed.signOut')}
        </Button>
        <Button variant="quiet" size="large" onClick={leaveClosing} data-testid="closed-done">
          {t('closed.done')}
        </Button>
      </div>
    </section>
  )
}
