/** The shop's settings on one page, with the receipt beside them as its words are typed. Saved together, by one button. */
import { Button } from 'antd'
import type { Settings } from '../../../shared/contract/back-office.ts'
import { backOfficeText, settingsText } from '../../../shared/text/back-office.ts'
import { useLocale, useText } from '../../i18n.ts'
import { Button as KitButton } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { ErrorSentence } from '../../kit/ErrorSentence.tsx'
import { PaperSample } from '../../kit/PaperSample.tsx'
import { useRead } from '../../kit/use-read.ts'
import { sentenceOf } from '../../state/run.ts'
import { PaymentSettings } from './PaymentSettings.tsx'
import { PrinterSettings } from './PrinterSettings.tsx'
import { linesOf } from './settings-draft.ts'
import { ShopSettings } from './ShopSettings.tsx'
import { type SettingsDrafting, useSettingsDraft } from './use-settings-draft.ts'
import css from '../BackOffice.module.css'

export function SettingsPage() {
  const t = useText(backOfficeText)
  const locale = useLocale()
  const settings = useRead('settings', (client) => client.settings.get())
  if (settings.value === null) {
    return (
      <Empty
        title={settings.refusal === null ? t('loading') : sentenceOf(settings.refusal, locale)}
        action={settings.refusal === null ? undefined : <KitButton onClick={settings.reload}>{t('retry')}</KitButton>}
      />
    )
  }
  return <SettingsForm saved={settings.value} onSaved={settings.replace} />
}

function SettingsForm({ saved, onSaved }: { saved: Settings; onSaved: (settings: Settings) => void }) {
  const drafting = useSettingsDraft(saved, onSaved)
  const { draft } = drafting
  return (
    <form
      className={css['settings']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void drafting.save()
      }}
    >
      <div className={css['settingsBody']}>
        <div className={css['settingsColumns']}>
          <ShopSettings drafting={drafting} />
          <PrinterSettings drafting={drafting} />
          <PaymentSettings drafting={drafting} />
        </div>
        <aside className={css['sample']}>
          <PaperSample
            shopName={draft.shopName.trim()}
            header={linesOf(draft.header)}
            footer={linesOf(draft.footer)}
            paperMm={draft.paperMm}
          />
        </aside>
      </div>
      <SaveBar drafting={drafting} />
    </form>
  )
}

function SaveBar({ drafting: { save, undo, busy, unsaved, refusal, wrong } }: { drafting: SettingsDrafting }) {
  const t = useText(settingsText)
  const tOffice = useText(backOfficeText)
  const locale = useLocale()
  return (
    <footer className={css['saveBar']}>
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        loading={busy}
        disabled={!unsaved || wrong}
        onClick={() => void save()}
        data-testid="settings-save"
      >
        {busy ? tOffice('saving') : t('save')}
      </Button>
      {unsaved ? (
        <>
          <Button size="large" disabled={busy} onClick={undo} data-testid="settings-undo">
            {t('undo')}
          </Button>
          <span className={css['count']}>{t('unsaved')}</span>
        </>
      ) : null}
      <ErrorSentence text={refusal === null ? null : sentenceOf(refusal, locale)} testId="settings-error" />
    </footer>
  )
}
