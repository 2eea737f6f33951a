/** What the rule would have done: how many receipts, how much money, which rules it pushes aside, and where most. */
import { useState } from 'react'
import type { ReplayChange, ReplayResult } from '../../../../shared/contract/replay.ts'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useLabel, useLocale, useText } from '../../../i18n.ts'
import { classes } from '../../../kit/classes.ts'
import { shortDayText } from '../../../kit/instant-text.ts'
import { Money } from '../../../kit/Money.tsx'
import { yuan } from '../../../kit/money-text.ts'
import { ReceiptDialog } from './ReceiptDialog.tsx'
import css from './Replay.module.css'

export function ReplayResultView({ result }: { result: ReplayResult }) {
  const t = useText(rulesScreenText)
  if (result.receipts === 0) return <p className={css['hint']}>{t('replayNoReceipts')}</p>
  return (
    <div className={css['result']} data-testid="replay-result">
      <Figures result={result} />
      <Limits result={result} />
      <Proof result={result} />
      <Pushed result={result} />
      <Largest changes={result.largest} />
    </div>
  )
}

function Figures({ result }: { result: ReplayResult }) {
  const t = useText(rulesScreenText)
  const { changed, receipts, costFen, paidFen, used, usedFen, pointsMore } = result
  return (
    <>
      <div className={css['figures']}>
        <div className={css['figure']}>
          <b data-testid="replay-changed" data-count={changed}>
            {changed.toLocaleString('en')}
          </b>
          <span>{t('resultChanged')}</span>
          <small>{t('resultOf', { count: receipts.toLocaleString('en') })}</small>
        </div>
        <div className={css['figure']}>
          <b className={costFen > 0 ? css['less'] : undefined}>
            <Money fen={Math.abs(costFen)} testId="replay-cost" />
          </b>
          <span>{t(costFen === 0 ? 'resultSame' : costFen > 0 ? 'resultLess' : 'resultMore')}</span>
          <small>{t('resultShare', { paid: `¥${yuan(paidFen)}` })}</small>
        </div>
      </div>
      <p className={css['hint']}>
        {used === 0 ? t('resultUnused') : t('resultUsed', { count: used, amount: `¥${yuan(usedFen)}` })}
        {pointsMore === 0
          ? ''
          : ` · ${t(pointsMore < 0 ? 'resultPoints' : 'resultPointsMore', { count: Math.abs(pointsMore) })}`}
      </p>
    </>
  )
}

/** What the figures leave aside. */
function Limits({ result: { everyoneHolds, leftOut } }: { result: ReplayResult }) {
  const t = useText(rulesScreenText)
  const label = useLabel()
  const names = leftOut.map((rule) => label(rule.label)).join(' · ')
  return (
    <>
      {everyoneHolds ? <p className={css['stale']}>{t('resultEveryone')}</p> : null}
      {names === '' ? null : <p className={css['stale']}>{t('resultLeftOut', { names })}</p>}
    </>
  )
}

function Proof({ result: { receipts, differences, tookMs } }: { result: ReplayResult }) {
  const t = useText(rulesScreenText)
  const good = differences === 0
  return (
    <p className={classes(css['proof'], !good && css['bad'])} data-testid="replay-proof">
      <i aria-hidden="true">{good ? '✓' : '!'}</i>
      <span>
        {good ? t('proofGood', { count: receipts }) : t('proofBad', { count: receipts, differences })}
        <small> {t('replayTook', { seconds: (tookMs / 1000).toFixed(1) })}</small>
      </span>
    </p>
  )
}

/** A bar for each rule: how often it acted, and what of that is left. */
function Pushed({ result: { pushedAside } }: { result: ReplayResult }) {
  const t = useText(rulesScreenText)
  const label = useLabel()
  if (pushedAside.length === 0) return null
  const most = Math.max(...pushedAside.map(({ timesBefore }) => timesBefore))
  return (
    <>
      <h4 className={css['group']}>{t('pushedTitle')}</h4>
      <ul className={css['pushed']}>
        {pushedAside.map(({ ruleId, label: name, timesBefore, timesAfter }) => (
          <li key={ruleId}>
            <span className={css['pushedName']}>{label(name)}</span>
            <span className={css['bar']} aria-hidden="true">
              <i className={css['was']} style={{ width: `${(timesBefore / most) * 100}%` }} />
              <i className={css['left']} style={{ width: `${(timesAfter / most) * 100}%` }} />
            </span>
            <span className={css['times']}>{t('pushedTimes', { before: timesBefore, after: timesAfter })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Largest({ changes }: { changes: readonly ReplayChange[] }) {
  const t = useText(rulesScreenText)
  const locale = useLocale()
  const [shown, setShown] = useState<ReplayChange | null>(null)
  if (changes.length === 0) return null
  return (
    <>
      <h4 className={css['group']}>{t('largestTitle')}</h4>
      <ul className={css['largest']}>
        {changes.map((change) => (
          <li key={change.saleId}>
            <button
              type="button"
              aria-label={t('openReceipt', { receiptNo: change.receiptNo })}
              onClick={() => setShown(change)}
            >
              <span className={css['receipt']}>
                {change.receiptNo}
                <small>{shortDayText(change.at, locale)}</small>
              </span>
              <span className={css['amounts']}>
                <Money fen={change.beforeFen} bare tone="quiet" /> → <Money fen={change.afterFen} bare />
              </span>
              <b className={change.afterFen < change.beforeFen ? css['less'] : undefined}>
                {change.afterFen > change.beforeFen ? '+' : ''}
                <Money fen={change.afterFen - change.beforeFen} bare />
              </b>
            </button>
          </li>
        ))}
      </ul>
      {shown === null ? null : <ReceiptDialog change={shown} onClose={() => setShown(null)} />}
    </>
  )
}
