/** Where receipts come out, and a test page. The test prints with what is saved, so that it proves what will be used. */
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../../shared/contract/primitives.ts'
import { settingsText } from '../../../shared/text/back-office.ts'
import { useLocale, useText } from '../../i18n.ts'
import { ErrorSentence } from '../../kit/ErrorSentence.tsx'
import { useApp } from '../../state/app-store.ts'
import { run, sentenceOf } from '../../state/run.ts'
import { DraftItem } from '../DraftItem.tsx'
import type { SettingsDrafting } from './use-settings-draft.ts'
import css from '../BackOffice.module.css'

export function PrinterSettings({ drafting }: { drafting: SettingsDrafting }) {
  const t = useText(settingsText)
  const { draft, change, errorOf, unsaved } = drafting
  return (
    <section className={css['card']}>
      <h2 className={css['group']}>{t('printer')}</h2>
      <Radio.Group
        className={css['roles'] ?? ''}
        value={draft.printerKind}
        data-testid="settings-printer"
        onChange={({ target }) => change({ printerKind: target.value === 'network' ? 'network' : 'paper' })}
      >
        <Radio value="network">
          {t('printerNetwork')} <small className={css['quiet']}>{t('printerNetworkHelp')}</small>
        </Radio>
        <Radio value="paper">
          {t('printerPaper')} <small className={css['quiet']}>{t('printerPaperHelp')}</small>
        </Radio>
      </Radio.Group>
      {draft.printerKind === 'paper' ? null : (
        <div className={css['fields']}>
          <DraftItem id="settings-host" label={t('host')} help={t('hostHelp')} error={errorOf('host')}>
            <Input
              id="settings-host"
              value={draft.host}
              maxLength={100}
              data-testid="settings-host"
              onChange={(event) => change({ host: event.target.value })}
            />
          </DraftItem>
          <DraftItem id="settings-port" label={t('port')} help={t('portHelp')} error={errorOf('port')}>
            <Input
              id="settings-port"
              value={draft.port}
              maxLength={5}
              inputMode="numeric"
              data-testid="settings-port"
              onChange={(event) => change({ port: event.target.value })}
            />
          </DraftItem>
        </div>
      )}
      <TestPrint unsaved={unsaved} />
    </section>
  )
}

function TestPrint({ unsaved }: { unsaved: boolean }) {
  const t = useText(settingsText)
  const locale = useLocale()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [sent, setSent] = useState(false)
  // The page is printed after the answer: whether the printer takes it shows in its state a moment later.
  const trouble = useApp((state) => state.app?.status.printer.refusal ?? null)
  const print = async (): Promise<void> => {
    setBusy(true)
    setRefusal(null)
    const outcome = await run((client, commandId) => client.settings.testPrint({ commandId }))
    setBusy(false)
    setSent(outcome.ok)
    if (!outcome.ok) setRefusal(outcome.refusal)
  }
  const shown = refusal ?? (sent ? trouble : null)
  return (
    <div className={css['test']}>
      <Button disabled={unsaved} loading={busy} onClick={() => void print()} data-testid="settings-test-print">
        {busy ? t('testing') : t('testPrint')}
      </Button>
      {unsaved ? <span className={css['quiet']}>{t('testAfterSave')}</span> : null}
      {!unsaved && sent && shown === null ? <output className={css['good']}>{t('testSent')}</output> : null}
      <ErrorSentence text={unsaved || shown === null ? null : sentenceOf(shown, locale)} testId="test-print-error" />
    </div>
  )
}
