/** Print jobs that want somebody to look at the printer: it came out, print it again, or drop it. */
import { useState } from 'react'
import type { PrintJobRow } from '../../shared/contract/back-office.ts'
import type { Refusal } from '../../shared/contract/primitives.ts'
import { receiptsScreenText } from '../../shared/text/receipts-screen.ts'
import { useLabel, useLocale, useText } from '../i18n.ts'
import { ErrorSentence } from '../kit/ErrorSentence.tsx'
import { timeText } from '../kit/instant-text.ts'
import { useRead } from '../kit/use-read.ts'
import { useApp } from '../state/app-store.ts'
import { run, sentenceOf } from '../state/run.ts'
import css from './Receipts.module.css'

const DECISIONS = [
  { decision: 'came-out', text: 'jobs.cameOut', help: 'jobs.cameOutHelp' },
  { decision: 'print-again', text: 'jobs.printAgain', help: 'jobs.printAgainHelp' },
  { decision: 'drop', text: 'jobs.drop', help: 'jobs.dropHelp' },
] as const
type Decision = (typeof DECISIONS)[number]['decision']

interface PrintJobsProps {
  /** the list of receipts shows another state now */
  onSettled: () => void
  onChoose: (saleId: string) => void
}

export function PrintJobs({ onSettled, onChoose }: PrintJobsProps) {
  const t = useText(receiptsScreenText)
  const locale = useLocale()
  const printer = useApp((state) => state.app?.status.printer ?? null)
  // Read again whenever the printer's state moves.
  const jobs = useRead(`${printer?.state}/${printer?.unsure}/${printer?.queued}`, (client) =>
    client.receipts.openJobs(),
  )
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const wanting = (jobs.value ?? []).filter(({ state }) => state === 'unsure' || state === 'failed')
  const settle = async (jobId: string, decision: Decision): Promise<void> => {
    const outcome = await run((client, commandId) => client.receipts.settleJob({ commandId, jobId, decision }))
    setRefusal(outcome.ok ? null : outcome.refusal)
    if (outcome.ok) jobs.replace(outcome.value)
    else jobs.reload()
    onSettled()
  }
  const trouble = refusal ?? printer?.refusal ?? null
  if (wanting.length === 0) {
    return <ErrorSentence text={trouble === null ? null : sentenceOf(trouble, locale)} testId="printer-trouble" />
  }
  return (
    <section className={css['jobs']} aria-label={t('jobs.title')} data-testid="print-jobs">
      {wanting.map((job) => (
        <Job key={job.jobId} job={job} onChoose={onChoose} onSettle={(decision) => settle(job.jobId, decision)} />
      ))}
      {refusal === null ? null : <p>{sentenceOf(refusal, locale)}</p>}
    </section>
  )
}

interface JobProps {
  job: PrintJobRow
  onChoose: (saleId: string) => void
  onSettle: (decision: Decision) => Promise<void>
}

function Job({ job, onChoose, onSettle }: JobProps) {
  const t = useText(receiptsScreenText)
  const label = useLabel()
  const locale = useLocale()
  const [busy, setBusy] = useState(false)
  const { saleId } = job
  const title = `${label(job.title)} · ${timeText(job.at, locale)}`
  const settle = async (decision: Decision): Promise<void> => {
    setBusy(true)
    await onSettle(decision)
    setBusy(false)
  }
  return (
    <div className={css['job']} data-testid={`job-${job.jobId}`}>
      <b>{t('jobs.title')}</b>
      <p>{job.state === 'unsure' ? t('jobs.sentence') : t('jobs.failedSentence')}</p>
      {saleId === null ? (
        <p className={css['jobTitle']}>{title}</p>
      ) : (
        <button type="button" className={css['jobTitle']} onClick={() => onChoose(saleId)}>
          {title}
        </button>
      )}
      <div className={css['decisions']}>
        {DECISIONS.map(({ decision, text, help }) => (
          <button
            key={decision}
            type="button"
            className={css['decision']}
            disabled={busy}
            data-testid={`job-${decision}`}
            onClick={() => void settle(decision)}
          >
            {t(text)}
            <small>{t(help)}</small>
          </button>
        ))}
      </div>
    </div>
  )
}
