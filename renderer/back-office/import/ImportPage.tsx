/**
 * Products pasted from a spreadsheet: the text, then what would become of each row, then the import. Nothing is written
 * before it was looked at; rows with a problem stay out and say why.
 */
import { Button } from 'antd'
import { useState } from 'react'
import type { CategoryView, ImportPreview } from '../../../shared/contract/back-office.ts'
import type { Refusal } from '../../../shared/contract/primitives.ts'
import { importText } from '../../../shared/text/back-office.ts'
import { useLocale, useText } from '../../i18n.ts'
import { Empty } from '../../kit/Empty.tsx'
import { run, sentenceOf } from '../../state/run.ts'
import { useUnsaved } from '../leave-guard.ts'
import { ImportRows } from './ImportRows.tsx'
import { PasteRows } from './PasteRows.tsx'
import css from '../BackOffice.module.css'

type Step =
  | { readonly name: 'paste' }
  | { readonly name: 'preview'; readonly preview: ImportPreview }
  | { readonly name: 'done'; readonly newCount: number; readonly updateCount: number }

interface ImportPageProps {
  categories: readonly CategoryView[]
  onLeave: () => void
}

export function ImportPage({ categories, onLeave }: ImportPageProps) {
  const t = useText(importText)
  const locale = useLocale()
  const [text, setText] = useState('')
  const [step, setStep] = useState<Step>({ name: 'paste' })
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  useUnsaved(text !== '' && step.name !== 'done')
  const sentence = refusal === null ? null : sentenceOf(refusal, locale)
  const check = async (): Promise<void> => {
    setBusy(true)
    setRefusal(null)
    const outcome = await run((client) => client.products.previewImport({ text }))
    setBusy(false)
    if (outcome.ok) setStep({ name: 'preview', preview: outcome.value })
    else setRefusal(outcome.refusal)
  }
  const commit = async (digest: string): Promise<void> => {
    setBusy(true)
    setRefusal(null)
    const outcome = await run((client, commandId) => client.products.commitImport({ commandId, text, digest }))
    setBusy(false)
    if (outcome.ok) setStep({ name: 'done', ...outcome.value })
    else setRefusal(outcome.refusal)
  }
  const again = (): void => {
    setText('')
    setStep({ name: 'paste' })
  }
  const edit = (): void => {
    setRefusal(null)
    setStep({ name: 'paste' })
  }
  return (
    <div className={css['page']}>
      <header className={css['toolbar']}>
        <h2 className={css['heading']}>{t('title')}</h2>
        <span className={css['space']} />
        <Button onClick={onLeave} disabled={busy} data-testid="import-leave">
          {step.name === 'done' ? t('close') : t('leave')}
        </Button>
      </header>
      {step.name === 'paste' ? (
        <PasteRows
          text={text}
          categories={categories}
          busy={busy}
          sentence={sentence}
          onText={setText}
          onCheck={() => void check()}
        />
      ) : step.name === 'preview' ? (
        <ImportRows
          preview={step.preview}
          busy={busy}
          sentence={sentence}
          onEdit={edit}
          onCommit={() => void commit(step.preview.digest)}
        />
      ) : (
        <Done newCount={step.newCount} updateCount={step.updateCount} onAgain={again} onLeave={onLeave} />
      )}
    </div>
  )
}

interface DoneProps {
  newCount: number
  updateCount: number
  onAgain: () => void
  onLeave: () => void
}

function Done({ newCount, updateCount, onAgain, onLeave }: DoneProps) {
  const t = useText(importText)
  return (
    <Empty
      title={t('done', { newCount, updateCount })}
      hint={t('doneHint')}
      action={
        <span className={css['row']} data-testid="import-done">
          <Button type="primary" autoFocus onClick={onLeave}>
            {t('close')}
          </Button>
          <Button onClick={onAgain}>{t('again')}</Button>
        </span>
      }
    />
  )
}
