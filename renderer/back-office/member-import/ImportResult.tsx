/** What became of the file: how many came in, who was there already, and the file of those that did not come in. */
import { Button } from 'antd'
import type { MemberImportView } from '../../../shared/contract/member-import.ts'
import { memberImportText } from '../../../shared/text/member-import.ts'
import { useText } from '../../i18n.ts'
import { ErrorsButton } from './ErrorsButton.tsx'
import css from './MemberImport.module.css'
import type { MemberImport } from './use-member-import.ts'

interface ImportResultProps {
  current: MemberImport
  view: MemberImportView
}

export function ImportResult({ current, view }: ImportResultProps) {
  const t = useText(memberImportText)
  const { counts, state } = view
  const stopped = state === 'stopped'
  return (
    <section className={css['result']} data-testid={`import-${state}`}>
      <p className={css['resultTitle']}>{t(stopped ? 'stoppedTitle' : 'doneTitle', { count: counts.taken })}</p>
      <dl className={css['figures']}>
        <div>
          <dt>{t('figureTaken')}</dt>
          <dd>{counts.taken}</dd>
        </div>
        {stopped ? (
          <div>
            <dt>{t('figureLeft')}</dt>
            <dd>{counts.fresh}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('figureExisting')}</dt>
          <dd>{counts.existing}</dd>
        </div>
        <div className={counts.wrong > 0 ? css['figureWrong'] : ''}>
          <dt>{t('figureWrong')}</dt>
          <dd>{counts.wrong}</dd>
        </div>
      </dl>
      <p className={css['quiet']}>{t(stopped ? 'stoppedHint' : counts.wrong > 0 ? 'wrongHint' : 'doneHint')}</p>
      <div className={css['foot']}>
        {stopped ? (
          <Button
            type="primary"
            size="large"
            loading={current.busy}
            onClick={current.commit}
            data-testid="import-go-on"
          >
            {t('goOn', { count: counts.fresh })}
          </Button>
        ) : null}
        <ErrorsButton view={view} />
        <Button
          type={stopped || counts.wrong > 0 ? 'default' : 'primary'}
          size="large"
          disabled={current.busy}
          onClick={current.cancel}
          data-testid="import-again"
        >
          {t(counts.wrong > 0 ? 'loadCorrected' : 'again')}
        </Button>
      </div>
    </section>
  )
}
