/** The member's stored value: every entry with what it left; topping up, taking a top-up back, closing, printing. */
import { useState } from 'react'
import type { StatementRow, StatementView } from '../../../shared/contract/stored-value.ts'
import { statementKinds } from '../../../shared/text/stored-value-report.ts'
import { storedValueText } from '../../../shared/text/stored-value.ts'
import { useLabel, useLocale, useText } from '../../i18n.ts'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { dayOf, timeText } from '../../kit/instant-text.ts'
import { Money } from '../../kit/Money.tsx'
import { yuan, yuanShort } from '../../kit/money-text.ts'
import { type Reading, useRead } from '../../kit/use-read.ts'
import { useApp } from '../../state/app-store.ts'
import { newId, run, sentenceOf } from '../../state/run.ts'
import { order } from '../commands.ts'
import { PaneFrame } from '../panes/PaneFrame.tsx'
import { say } from '../sell-ui.ts'
import css from './AccountPane.module.css'
import { PayOutPane, type PayOutOf } from './PayOutPane.tsx'

export function AccountPane() {
  const t = useText(storedValueText)
  const member = useApp((state) => state.till?.member ?? null)
  if (member === null) {
    return (
      <PaneFrame title={t('accountTitle')} testId="account-pane">
        <Empty title={t('accountNoMember')} />
      </PaneFrame>
    )
  }
  return <Account key={member.memberId} memberId={member.memberId} name={member.name} />
}

function Account({ memberId, name }: { memberId: string; name: string }) {
  const t = useText(storedValueText)
  const locale = useLocale()
  const statement = useRead(memberId, (client) => client.storedValue.statement({ memberId }))
  const [payOut, setPayOut] = useState<PayOutOf | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const { value } = statement
  if (payOut !== null) {
    return (
      <PayOutPane
        of={payOut}
        onClose={() => setPayOut(null)}
        onPaid={(paidFen) => {
          setPayOut(null)
          setTold(t('paidOut', { yuan: yuan(paidFen) }))
          statement.reload()
        }}
      />
    )
  }
  return (
    <PaneFrame
      title={t('accountTitle')}
      about={value === null ? name : t('accountAbout', { name, yuan: yuanShort(value.toppedUpFen) })}
      testId="account-pane"
    >
      {value === null ? (
        <Empty title={statement.refusal === null ? '…' : sentenceOf(statement.refusal, locale)} />
      ) : (
        <>
          <Balances statement={value} />
          {told === null ? null : (
            <p className={css['told']} role="status" data-testid="account-told">
              {told}
            </p>
          )}
          <Entries statement={value} onReverse={(row) => setPayOut({ kind: 'reverse', row })} />
          <Actions
            statement={value}
            reading={statement}
            onClose={() => setPayOut({ kind: 'close', memberId, closing: value.closing })}
            onTold={setTold}
          />
        </>
      )}
    </PaneFrame>
  )
}

function Balances({ statement }: { statement: StatementView }) {
  const t = useText(storedValueText)
  return (
    <dl className={css['balances']}>
      <div>
        <dt>{t('principal')}</dt>
        <dd>
          <Money fen={statement.principalFen} testId="account-principal" />
        </dd>
      </div>
      <div>
        <dt>{t('bonus')}</dt>
        <dd>
          <Money fen={statement.bonusFen} testId="account-bonus" />
          {statement.lapsedBonusFen === 0 ? null : (
            <small>{t('lapsed', { yuan: yuanShort(statement.lapsedBonusFen) })}</small>
          )}
        </dd>
      </div>
    </dl>
  )
}

function Entries({ statement, onReverse }: { statement: StatementView; onReverse: (row: StatementRow) => void }) {
  const t = useText(storedValueText)
  if (statement.rows.length === 0) return <Empty title={t('entriesNone')} hint={t('entriesNoneHint')} />
  return (
    <ul className={css['entries']} data-testid="account-entries">
      {statement.rows.map((row) => (
        <Entry key={row.seq} row={row} onReverse={onReverse} />
      ))}
      {statement.earlier === 0 ? null : (
        <li className={css['earlier']}>{t('earlier', { count: statement.earlier })}</li>
      )}
    </ul>
  )
}

function Entry({ row, onReverse }: { row: StatementRow; onReverse: (row: StatementRow) => void }) {
  const t = useText(storedValueText)
  const label = useLabel()
  const locale = useLocale()
  const notes = [
    `${dayOf(row.at).slice(5)} ${timeText(row.at, locale)}`,
    ...(row.receiptNo === null ? [] : [row.receiptNo]),
    ...(row.points === 0 ? [] : [t('entryPoints', { points: signed(row.points) })]),
  ]
  return (
    <li className={css['entry']} data-testid={`entry-${row.kind}`}>
      <span className={css['what']}>
        <b>
          {label(statementKinds[row.kind])}
          {row.reversed ? <u className={css['reversed']}>{t('reversed')}</u> : null}
        </b>
        <small>{notes.join(' · ')}</small>
      </span>
      {row.reversible ? (
        <Button onClick={() => onReverse(row)} data-testid={`reverse-${row.receiptNo ?? ''}`}>
          {t('reverse')}
        </Button>
      ) : null}
      <span className={css['amount']}>
        <b className={row.principalFen > 0 ? css['in'] : undefined}>
          {row.principalFen > 0 ? '+' : ''}
          {yuan(row.principalFen)}
        </b>
        {row.bonusFen === 0 ? null : <small>{t('entryBonus', { yuan: signedYuan(row.bonusFen) })}</small>}
      </span>
      <span className={css['left']}>
        {yuan(row.principalAfterFen)}
        <small> + {yuan(row.bonusAfterFen)}</small>
      </span>
    </li>
  )
}

function signed(points: number): string {
  return points > 0 ? `+${points.toLocaleString('en-US')}` : points.toLocaleString('en-US').replace('-', '−')
}

function signedYuan(amountFen: number): string {
  return amountFen > 0 ? `+${yuan(amountFen)}` : yuan(amountFen)
}

interface ActionsProps {
  statement: StatementView
  reading: Reading<StatementView>
  onClose: () => void
  onTold: (sentence: string) => void
}

function Actions({ statement, reading, onClose, onTold }: ActionsProps) {
  const t = useText(storedValueText)
  const [busy, setBusy] = useState(false)
  const print = async (): Promise<void> => {
    setBusy(true)
    const { memberId } = statement
    const jobId = newId()
    const outcome = await run((client, commandId) => client.storedValue.printStatement({ commandId, memberId, jobId }))
    setBusy(false)
    if (!outcome.ok) return say({ kind: 'refusal', refusal: outcome.refusal })
    reading.replace(outcome.value)
    onTold(t('printed'))
  }
  return (
    <div className={css['actions']}>
      <Button
        variant="primary"
        size="large"
        block
        data-testid="begin-top-up"
        onClick={() => void order((client, of) => client.till.beginTopUp(of))}
      >
        {t('topUp')}
      </Button>
      <Button size="large" busy={busy} onClick={() => void print()} data-testid="print-statement">
        {t('print')}
      </Button>
      <Button size="large" disabled={statement.closing === null} onClick={onClose} data-testid="close-account">
        {t('close')}
      </Button>
    </div>
  )
}
