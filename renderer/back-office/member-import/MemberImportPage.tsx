/**
 * 会员导入: choose a file, see what each column means and what would become of each row, take the good ones over, and get
 * the others back as a file to correct. Selling goes on beside it.
 */
import { Button, Progress } from 'antd'
import type { MemberImportView } from '../../../shared/contract/member-import.ts'
import { memberImportText } from '../../../shared/text/member-import.ts'
import { useLocale, useText } from '../../i18n.ts'
import { ErrorSentence } from '../../kit/ErrorSentence.tsx'
import { sentenceOf } from '../../state/run.ts'
import { useUnsaved } from '../leave-guard.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { ImportResult } from './ImportResult.tsx'
import { LookThrough } from './LookThrough.tsx'
import css from './MemberImport.module.css'
import { useMemberImport, type MemberImport } from './use-member-import.ts'

export function MemberImportPage() {
  const t = useText(memberImportText)
  const locale = useLocale()
  const current = useMemberImport()
  const { view, refusal } = current
  const sentence = refusal === null ? null : sentenceOf(refusal, locale)
  useUnsaved(view !== null && view !== undefined && (view.state === 'ready' || view.state === 'mapping'))
  return (
    <div className={css['page']} data-testid="member-import">
      <header className={css['head']}>
        <h2 className={css['heading']}>{t('title')}</h2>
        {view === null || view === undefined ? null : (
          <>
            <span className={css['file']} title={view.fileName}>
              {view.fileName}
            </span>
            <span className={css['space']} />
            {view.state === 'writing' ? null : (
              <Button onClick={current.cancel} disabled={current.busy} data-testid="import-other">
                {t('otherFile')}
              </Button>
            )}
          </>
        )}
      </header>
      <ErrorSentence text={sentence} testId="import-error" />
      <Step current={current} />
    </div>
  )
}

function Step({ current }: { current: MemberImport }) {
  const { view } = current
  if (view === undefined) return null
  if (view === null || view.state === 'failed') return <ChooseFile busy={current.busy} onChoose={current.choose} />
  if (view.state === 'mapping' || view.state === 'ready') return <LookThrough current={current} view={view} />
  if (view.state === 'stopped' || view.state === 'done') return <ImportResult current={current} view={view} />
  return <Working view={view} busy={current.busy} onCancel={current.cancel} />
}

/** Percent, where there is something to count. */
function percentOf({ done, total }: MemberImportView): number {
  return total === 0 ? 0 : Math.floor((done / total) * 100)
}

function Working({ view, busy, onCancel }: { view: MemberImportView; busy: boolean; onCancel: () => void }) {
  const t = useText(memberImportText)
  const words = {
    receiving: t('receiving'),
    reading: t('reading', { count: view.done }),
    checking: t('checking', { count: view.done, total: view.total }),
    writing: t('writing', { count: view.counts.taken, total: view.counts.taken + view.counts.fresh }),
  }
  const { state } = view
  const sentence = state in words ? words[state as keyof typeof words] : ''
  return (
    <section className={css['working']} data-testid={`import-${state}`}>
      <p className={css['workingTitle']}>{sentence}</p>
      <Progress percent={percentOf(view)} status="active" showInfo={state !== 'reading'} />
      <p className={css['quiet']}>{t(state === 'writing' ? 'sellOn' : 'waitHint')}</p>
      <Button size="large" onClick={onCancel} disabled={busy} data-testid="import-cancel">
        {t(state === 'writing' ? 'stop' : 'cancel')}
      </Button>
    </section>
  )
}
