/** Pieces, what was saved and why (a press explains it), rounding, one sentence (a refusal, else what is missing to the next step), total. */
import { memo } from 'react'
import type { TillView } from '../../../shared/contract/till.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useLabel, useLocale, useText } from '../../i18n.ts'
import { ErrorSentence } from '../../kit/ErrorSentence.tsx'
import { Money } from '../../kit/Money.tsx'
import { useApp } from '../../state/app-store.ts'
import { sentenceOf } from '../../state/run.ts'
import { openPane, useSellUi } from '../sell-ui.ts'
import css from './Sums.module.css'

export function Sums() {
  const t = useText(sellText)
  const pieces = useApp((state) => state.till?.pieces ?? 0)
  const grossFen = useApp((state) => state.till?.grossFen ?? 0)
  const savedFen = useApp((state) => state.till?.savedFen ?? 0)
  const roundingFen = useApp((state) => state.till?.roundingFen ?? 0)
  const payableFen = useApp((state) => state.till?.payableFen ?? 0)
  const basket = useApp((state) => state.till?.screen === 'basket')
  return (
    <div className={css['sums']}>
      {pieces === 0 ? null : (
        <div className={css['row']}>
          <span>{t('piecesGross', { count: pieces })}</span>
          <Money fen={grossFen} bare />
        </div>
      )}
      {savedFen === 0 ? null : (
        <button
          type="button"
          className={css['saved']}
          disabled={!basket}
          data-testid="saved"
          onClick={() => openPane({ kind: 'why' })}
        >
          <SavedReasons />
          <Money fen={-savedFen} bare tone="saved" />
        </button>
      )}
      {roundingFen === 0 ? null : (
        <div className={css['row']}>
          <span>{t('rounding')}</span>
          <Money fen={-Math.abs(roundingFen)} bare />
        </div>
      )}
      <SentenceOrHint />
      <div className={css['total']}>
        <span>{t('total')}</span>
        <strong key={payableFen} className={css['amount']}>
          <Money fen={payableFen} testId="total" />
        </strong>
      </div>
    </div>
  )
}

const SavedReasons = memo(function SavedReasons() {
  const t = useText(sellText)
  const label = useLabel()
  const reductions = useApp((state) => state.till?.reductions)
  const reasons = [...new Set((reductions ?? []).map((reduction) => label(reduction.label)))]
  return (
    <span className={css['reasons']}>
      {t('saved')}
      {reasons.length === 0 ? '' : ` · ${reasons.join(' · ')}`}
    </span>
  )
})

function SentenceOrHint() {
  const label = useLabel()
  const sentence = useSentence()
  const hint = useApp((state) => (state.till?.screen === 'basket' ? (state.till.hints[0] ?? null) : null))
  return (
    <div className={css['word']}>
      <ErrorSentence text={sentence} testId="sentence" />
      {sentence === null && hint !== null ? (
        <div className={css['hint']} data-testid="hint">
          {label(hint)}
        </div>
      ) : null}
    </div>
  )
}

/** The sentence to show: of the last command, else the core's notice as long as nothing succeeded after it. */
export function useSentence(): string | null {
  const t = useText(sellText)
  const locale = useLocale()
  const own = useSellUi((state) => state.sentence)
  const readNotice = useSellUi((state) => state.readNotice)
  const notice: TillView['notice'] = useApp((state) => state.till?.notice ?? null)
  if (own !== null) return own.kind === 'text' ? t(own.key) : sentenceOf(own.refusal, locale)
  return notice === null || notice.id === readNotice ? null : sentenceOf(notice.refusal, locale)
}
