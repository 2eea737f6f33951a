/**
 * One receipt as it stands on paper, drawn by the core from the bytes that are printed, and the key that prints it again.
 * The SVG is shown as an image, so that nothing in it can run.
 */
import { useEffect, useEffectEvent, useState } from 'react'
import type { ReceiptRow } from '../../shared/contract/back-office.ts'
import type { Refusal } from '../../shared/contract/primitives.ts'
import { receiptsScreenText } from '../../shared/text/receipts-screen.ts'
import { useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { Empty } from '../kit/Empty.tsx'
import { ErrorSentence } from '../kit/ErrorSentence.tsx'
import { PaperStrip } from '../kit/PaperStrip.tsx'
import { useRead } from '../kit/use-read.ts'
import { useMay } from '../state/app-store.ts'
import { newId, run, sentenceOf } from '../state/run.ts'
import { PricedWith } from './PricedWith.tsx'
import css from './Receipts.module.css'

interface ReceiptPaperProps {
  receipt: ReceiptRow | null
  onReprinted: (row: ReceiptRow) => void
}

export function ReceiptPaper({ receipt, onReprinted }: ReceiptPaperProps) {
  const t = useText(receiptsScreenText)
  if (receipt === null) {
    return (
      <section className={css['right']}>
        <Empty title={t('pick')} />
      </section>
    )
  }
  return (
    <section className={css['right']}>
      <div className={css['desk']}>
        <Picture key={receipt.saleId} receipt={receipt} />
        {receipt.kind === 'sale' ? <PricedWith key={`rules-${receipt.saleId}`} saleId={receipt.saleId} /> : null}
      </div>
      <Reprint key={`reprint-${receipt.saleId}`} receipt={receipt} onReprinted={onReprinted} />
    </section>
  )
}

/** Two thirds of the dots make 80 mm paper about as wide on the screen as it is in the hand. */
const PX_PER_DOT = 2 / 3
const MARGIN_PX = 28

function Picture({ receipt }: { receipt: ReceiptRow }) {
  const t = useText(receiptsScreenText)
  const locale = useLocale()
  const paper = useRead(receipt.saleId, (client) => client.receipts.preview({ saleId: receipt.saleId }))
  if (paper.value === null) {
    if (paper.refusal === null) return <p className={css['waiting']}>{t('previewLoading')}</p>
    return (
      <Empty title={sentenceOf(paper.refusal, locale)} action={<Button onClick={paper.reload}>{t('retry')}</Button>} />
    )
  }
  const { svg, widthDots, heightDots } = paper.value
  const width = Math.round(widthDots * PX_PER_DOT)
  return (
    <PaperStrip widthPx={width + MARGIN_PX}>
      <img
        className={css['picture']}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
        width={width}
        height={Math.round(heightDots * PX_PER_DOT)}
        alt={t('paperOf', { receiptNo: receipt.receiptNo })}
        data-testid="receipt-picture"
      />
    </PaperStrip>
  )
}

function Reprint({ receipt, onReprinted }: { receipt: ReceiptRow; onReprinted: (row: ReceiptRow) => void }) {
  const t = useText(receiptsScreenText)
  const locale = useLocale()
  const mayReprint = useMay('receipt.reprint')
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const reprint = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    setRefusal(null)
    const jobId = newId()
    const outcome = await run((client, commandId) =>
      client.receipts.reprint({ commandId, saleId: receipt.saleId, jobId }),
    )
    setBusy(false)
    setDone(outcome.ok)
    if (outcome.ok) onReprinted(outcome.value)
    else setRefusal(outcome.refusal)
  }
  useReprintKey(() => {
    if (mayReprint) void reprint()
  })
  if (!mayReprint) return <p className={css['notPermitted']}>{t('notPermitted')}</p>
  return (
    <div className={css['actions']}>
      <ErrorSentence text={refusal === null ? null : sentenceOf(refusal, locale)} testId="receipts-error" />
      <Button
        variant="primary"
        size="large"
        block
        keyName="F8"
        busy={busy}
        onClick={() => void reprint()}
        data-testid="receipt-reprint"
      >
        {busy ? t('reprinting') : t('reprint')}
      </Button>
      <p className={css['help']} role="status" data-testid={done ? 'receipt-reprinted' : undefined}>
        {done ? t('reprinted') : t('reprintHelp')}
      </p>
    </div>
  )
}

function useReprintKey(onKey: () => void): void {
  const act = useEffectEvent(onKey)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'F8') return
      event.preventDefault()
      if (!event.repeat) act()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
