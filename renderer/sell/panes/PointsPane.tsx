/** Points against money: the most at one press, none, or a number of one's own. What they save comes from the core. */
import { useState } from 'react'
import { frameText } from '../../../shared/text/frame.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useText } from '../../i18n.ts'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { Keypad } from '../../kit/Keypad.tsx'
import { POINTS_RULE } from '../../kit/keypad-text.ts'
import { Money } from '../../kit/Money.tsx'
import { useApp } from '../../state/app-store.ts'
import { order } from '../commands.ts'
import { closePane } from '../sell-ui.ts'
import { Entry } from './Entry.tsx'
import css from './Pane.module.css'
import { PaneFrame } from './PaneFrame.tsx'
import { useKeypad } from './use-keypad.ts'

export function PointsPane() {
  const t = useText(sellText)
  const member = useApp((state) => state.till?.member !== null)
  const points = useApp((state) => state.till?.points)
  if (points === undefined) return null
  if (member && (points.redeemable > 0 || points.redeemed > 0)) return <Redeem points={points} />
  return (
    <PaneFrame
      title={t('pointsTitle')}
      about={member ? t('pointsBalance', { points: points.balance }) : undefined}
      testId="points-pane"
    >
      <Empty title={member ? t('pointsNothing') : t('pointsNoMember')} />
    </PaneFrame>
  )
}

interface Points {
  readonly balance: number
  readonly redeemed: number
  readonly valueFen: number
  readonly redeemable: number
  readonly redeemableFen: number
}

function Redeem({ points }: { points: Points }) {
  const t = useText(sellText)
  const f = useText(frameText)
  const [busy, setBusy] = useState(false)
  const redeem = async (wanted: number | 'max'): Promise<void> => {
    if (busy) return
    setBusy(true)
    if (await order((client, of) => client.till.redeemPoints({ ...of, points: wanted }))) closePane()
    setBusy(false)
  }
  const enter = (): void => void redeem(keypad.text === '' ? 'max' : Number(keypad.text))
  const keypad = useKeypad(POINTS_RULE, enter)
  const typed = keypad.text !== ''
  return (
    <PaneFrame
      title={t('pointsTitle')}
      about={t('pointsBalance', { points: points.balance.toLocaleString('en-US') })}
      testId="points-pane"
    >
      <div className={css['entryRow']}>
        <Entry
          caption={
            typed ? t('pointsOwn') : points.redeemed > 0 ? t('pointsUsed', { points: points.redeemed }) : t('pointsOwn')
          }
          text={keypad.text}
          placeholder={String(points.redeemed > 0 ? points.redeemed : points.redeemable)}
          after={t('pointsUnit')}
          testId="points-entry"
        />
      </div>
      <Keypad onKey={keypad.press} corner="00" />
      <div className={css['row']}>
        {points.redeemed > 0 ? (
          <Button size="large" busy={busy} onClick={() => void redeem(0)} data-testid="points-none">
            {t('pointsNone')}
          </Button>
        ) : null}
        <Button
          variant="primary"
          size="large"
          block
          keyName={f('enterKey')}
          busy={busy}
          onClick={enter}
          data-testid="points-use"
        >
          {typed ? (
            t('confirm')
          ) : (
            <>
              {t('pointsMost')} <Money fen={points.redeemableFen} /> ·{' '}
              {t('pointsMostHow', { points: points.redeemable.toLocaleString('en-US') })}
            </>
          )}
        </Button>
      </div>
    </PaneFrame>
  )
}
