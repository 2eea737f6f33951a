/**
 * Counting the drawer: one field a kind of note, or the total at once. Enter goes to the next kind and, behind the last,
 * to the close, which is asked once more because it can't be undone.
 */
import { type KeyboardEvent, type Ref, useRef, useState } from 'react'
import type { ShiftSummary } from '../../shared/contract/app.ts'
import { frameText } from '../../shared/text/frame.ts'
import { shiftText } from '../../shared/text/shift.ts'
import { useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { ErrorSentence } from '../kit/ErrorSentence.tsx'
import { Keypad } from '../kit/Keypad.tsx'
import { Money } from '../kit/Money.tsx'
import { fenFromYuanText } from '../kit/money-text.ts'
import { sentenceOf } from '../state/run.ts'
import { closeShift, leaveClosing, useClosing } from './closing.ts'
import { ConfirmClose } from './ConfirmClose.tsx'
import { CountRows } from './CountRows.tsx'
import { type DrawerCounting, useDrawerCount } from './use-drawer-count.ts'
import css from './CloseShift.module.css'

/** A key that is held down neither asks nor closes. */
const ignoreRepeat = (event: KeyboardEvent): void => {
  if (event.repeat) event.preventDefault()
}

export function CountDrawer({ summary }: { summary: ShiftSummary }) {
  const busy = useClosing((state) => state.busy)
  const [asking, setAsking] = useState(false)
  const drawer = useDrawerCount()
  const closeButton = useRef<HTMLButtonElement>(null)
  const { fen } = drawer
  if (asking && fen !== null) {
    const confirm = async (): Promise<void> => {
      await closeShift(summary.shiftId, fen)
      setAsking(false)
    }
    return (
      <ConfirmClose
        countedFen={fen}
        blank={drawer.blank}
        businessDay={summary.businessDay}
        busy={busy}
        onConfirm={() => void confirm()}
        onBack={() => setAsking(false)}
      />
    )
  }
  return (
    <section className={css['count']}>
      <CountFields drawer={drawer} onLast={() => closeButton.current?.focus()} />
      <CountSide drawer={drawer} closeButton={closeButton} onAsk={() => setAsking(true)} />
    </section>
  )
}

function CountFields({ drawer, onLast }: { drawer: DrawerCounting; onLast: () => void }) {
  const t = useText(shiftText)
  const { total, setTotal } = drawer
  return (
    <div className={css['countLeft']}>
      <h2 className={css['section']}>{t('close.count')}</h2>
      {total === null ? (
        <CountRows
          count={drawer.count}
          active={drawer.active}
          onActive={drawer.setActive}
          onChange={drawer.change}
          onLast={onLast}
        />
      ) : (
        <input
          className={css['totalField']}
          aria-label={t('close.counted')}
          inputMode="none"
          autoComplete="off"
          value={total}
          autoFocus
          placeholder="0.00"
          data-testid="count-total"
          onChange={(event) => {
            if (event.target.value === '' || fenFromYuanText(event.target.value) !== null) setTotal(event.target.value)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            // Else the same key would press the button that gets the focus.
            event.preventDefault()
            onLast()
          }}
        />
      )}
      <Button variant="quiet" data-testid="count-mode" onClick={() => setTotal(total === null ? '' : null)}>
        {total === null ? t('close.total') : t('close.byNotes')}
      </Button>
    </div>
  )
}

interface CountSideProps {
  drawer: DrawerCounting
  closeButton: Ref<HTMLButtonElement>
  onAsk: () => void
}

function CountSide({ drawer, closeButton, onAsk }: CountSideProps) {
  const t = useText(shiftText)
  const tFrame = useText(frameText)
  const locale = useLocale()
  const refusal = useClosing((state) => state.refusal)
  return (
    <div className={css['countRight']}>
      <div className={css['counted']}>
        <span>{t('close.counted')}</span>
        <b>
          <Money fen={drawer.fen ?? 0} testId="counted" />
        </b>
      </div>
      <Keypad onKey={drawer.onKey} corner={drawer.total === null ? 'none' : '.'} />
      <ErrorSentence text={refusal === null ? null : sentenceOf(refusal, locale)} testId="shift-error" />
      <Button
        ref={closeButton}
        variant="primary"
        size="large"
        block
        keyName={tFrame('enterKey')}
        disabled={drawer.fen === null}
        data-testid="shift-close"
        onKeyDown={ignoreRepeat}
        onClick={onAsk}
      >
        {t('close.button')}
      </Button>
      <Button variant="quiet" block onClick={leaveClosing} data-testid="shift-back">
        {t('close.back')}
      </Button>
    </div>
  )
}
