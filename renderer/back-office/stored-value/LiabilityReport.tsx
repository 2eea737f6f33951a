/** 储值负债 as a picture: what is owed, how old it is, when the bonus ends, and what came and went by month. */
import type { LiabilityView } from '../../../shared/contract/stored-value.ts'
import { backOfficeText } from '../../../shared/text/back-office.ts'
import { storedValueOfficeText } from '../../../shared/text/stored-value-office.ts'
import { useLabel, useLocale, useText } from '../../i18n.ts'
import { Button as KitButton } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { Money } from '../../kit/Money.tsx'
import { yuanShort } from '../../kit/money-text.ts'
import { useRead } from '../../kit/use-read.ts'
import { sentenceOf } from '../../state/run.ts'
import css from './StoredValue.module.css'

export function LiabilityReport() {
  const t = useText(backOfficeText)
  const locale = useLocale()
  const report = useRead('liability', (client) => client.storedValue.liability())
  if (report.value === null) {
    return (
      <Empty
        title={report.refusal === null ? t('loading') : sentenceOf(report.refusal, locale)}
        action={report.refusal === null ? undefined : <KitButton onClick={report.reload}>{t('retry')}</KitButton>}
      />
    )
  }
  return <Picture report={report.value} />
}

function Picture({ report }: { report: LiabilityView }) {
  const t = useText(storedValueOfficeText)
  return (
    <div className={css['report']} data-testid="liability">
      <dl className={css['owed']}>
        <div className={css['all']}>
          <dt>{t('total')}</dt>
          <dd>
            <Money fen={report.totalFen} testId="liability-total" />
          </dd>
          <small>{t('owedDay', { day: report.day, count: report.accounts })}</small>
        </div>
        <div>
          <dt>
            <i className={css['keyPrincipal']} /> {t('principal')}
          </dt>
          <dd>
            <Money fen={report.principalFen} testId="liability-principal" />
          </dd>
        </div>
        <div>
          <dt>
            <i className={css['keyBonus']} /> {t('bonus')}
          </dt>
          <dd>
            <Money fen={report.bonusFen} testId="liability-bonus" />
          </dd>
          {report.lapsedBonusFen === 0 ? null : (
            <small>{t('lapsed', { yuan: yuanShort(report.lapsedBonusFen) })}</small>
          )}
        </div>
      </dl>
      <Ageing report={report} />
      <Ending report={report} />
      <Months report={report} />
    </div>
  )
}

/** The part of the longest bar that an amount takes, for drawing only. */
function shareOf(amountFen: number, mostFen: number): string {
  return mostFen === 0 ? '0' : `${Math.max(amountFen === 0 ? 0 : 0.6, (amountFen / mostFen) * 100)}%`
}

function Ageing({ report }: { report: LiabilityView }) {
  const t = useText(storedValueOfficeText)
  const label = useLabel()
  return (
    <section className={css['chart']}>
      <h2>{t('byAge')}</h2>
      {report.ageing.map((bar) => (
        <div key={label(bar.label)} className={css['bar']}>
          <span>{label(bar.label)}</span>
          <span className={css['track']}>
            <i className={css['principalBar']} style={{ width: shareOf(bar.principalFen, report.mostFen) }} />
            <i className={css['bonusBar']} style={{ width: shareOf(bar.bonusFen, report.mostFen) }} />
          </span>
          <b>
            <Money fen={bar.totalFen} bare />
          </b>
        </div>
      ))}
    </section>
  )
}

function Ending({ report }: { report: LiabilityView }) {
  const t = useText(storedValueOfficeText)
  const label = useLabel()
  const mostFen = Math.max(0, ...report.lapsing.map(({ bonusFen }) => bonusFen))
  return (
    <section className={css['chart']}>
      <h2>{t('byEnd')}</h2>
      {report.lapsing.map((bar) => (
        <div key={label(bar.label)} className={css['bar']}>
          <span>{label(bar.label)}</span>
          <span className={css['track']}>
            <i className={css['bonusBar']} style={{ width: shareOf(bar.bonusFen, mostFen) }} />
          </span>
          <b>
            <Money fen={bar.bonusFen} bare />
          </b>
        </div>
      ))}
    </section>
  )
}

function Months({ report }: { report: LiabilityView }) {
  const t = useText(storedValueOfficeText)
  const mostFen = Math.max(0, ...report.months.map(({ toppedUpFen }) => toppedUpFen))
  return (
    <section className={css['chart']}>
      <h2>{t('byMonth')}</h2>
      {report.months.length === 0 ? <p className={css['quiet']}>{t('monthNone')}</p> : null}
      {report.months.map(({ month, toppedUpFen, bonusFen, paidOutFen }) => (
        <div key={month} className={css['bar']}>
          <span>{month}</span>
          <span className={css['track']}>
            <i className={css['principalBar']} style={{ width: shareOf(toppedUpFen, mostFen) }} />
          </span>
          <b>
            <Money fen={toppedUpFen} bare />
            <small>
              {t('bonus')} {yuanShort(bonusFen)} · {t('paidOut')} {yuanShort(paidOutFen)}
            </small>
          </b>
        </div>
      ))}
    </section>
  )
}
