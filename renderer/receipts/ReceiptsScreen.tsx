/**
 * The last receipts between two customers: found, looked at on their paper, printed again. Print jobs that may or may
 * not have come out stand above the list until somebody has looked at the printer. Escape goes back to the till.
 */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { frameText } from '../../shared/text/frame.ts'
import { receiptsScreenText } from '../../shared/text/receipts-screen.ts'
import { useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { go } from '../state/route.ts'
import { PrintJobs } from './PrintJobs.tsx'
import { ReceiptList } from './ReceiptList.tsx'
import { ReceiptPaper } from './ReceiptPaper.tsx'
import { SearchField } from './SearchField.tsx'
import { useReceipts } from './use-receipts.ts'
import css from './Receipts.module.css'

export function ReceiptsScreen() {
  const t = useText(receiptsScreenText)
  const tFrame = useText(frameText)
  const [query, setQuery] = useState('')
  const receipts = useReceipts(query)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const chosen = receipts.rows.find(({ saleId }) => saleId === chosenId) ?? receipts.rows[0] ?? null
  const list = useRef<HTMLUListElement>(null)
  useEscape(() => {
    if (query === '') go('sell')
    else setQuery('')
  })
  return (
    <div className={css['screen']}>
      <section className={css['left']}>
        <header className={css['head']}>
          <h1 className={css['title']}>{t('title')}</h1>
          <Button keyName={tFrame('escapeKey')} onClick={() => go('sell')} data-testid="receipts-back">
            {t('back')}
          </Button>
        </header>
        <SearchField query={query} onQuery={setQuery} onDown={() => list.current?.querySelector('button')?.focus()} />
        <PrintJobs onSettled={receipts.reload} onChoose={setChosenId} />
        <ReceiptList
          ref={list}
          receipts={receipts}
          query={query}
          chosenId={chosen?.saleId ?? null}
          onChoose={setChosenId}
        />
      </section>
      <ReceiptPaper receipt={chosen} onReprinted={receipts.replaceRow} />
    </div>
  )
}

function useEscape(onEscape: () => void): void {
  const act = useEffectEvent(onEscape)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
