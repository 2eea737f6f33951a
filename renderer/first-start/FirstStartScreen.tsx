/** No shop on this till yet: look around in the demo, or open one's own. Two choices, then one form. */
import { useState } from 'react'
import type { Refusal } from '../../shared/contract/primitives.ts'
import { firstStartText } from '../../shared/text/first-start.ts'
import { setLocale, useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { ErrorSentence } from '../kit/ErrorSentence.tsx'
import { runApp, sentenceOf } from '../state/run.ts'
import { ChoiceCard } from './ChoiceCard.tsx'
import { DemoPicture, OwnPicture } from './ChoicePictures.tsx'
import { OpenShopForm } from './OpenShopForm.tsx'
import css from './FirstStart.module.css'

export function FirstStartScreen() {
  const [opening, setOpening] = useState(false)
  return opening ? <OpenShopForm onBack={() => setOpening(false)} /> : <Choices onOwn={() => setOpening(true)} />
}

function Choices({ onOwn }: { onOwn: () => void }) {
  const t = useText(firstStartText)
  const locale = useLocale()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const tryDemo = async (): Promise<void> => {
    setBusy(true)
    setRefusal(null)
    const outcome = await runApp((client, commandId) => client.setup.tryDemo({ commandId }))
    if (outcome.ok) return
    setBusy(false)
    setRefusal(outcome.refusal)
  }
  return (
    <div className={css['welcome']}>
      <header className={css['head']}>
        <h1 className={css['title']}>{t('welcome')}</h1>
        <p className={css['sub']}>{t('choose')}</p>
      </header>
      <div className={css['choices']}>
        <ChoiceCard
          testId="try-demo"
          title={t('demo.title')}
          sentence={t('demo.sentence')}
          action={busy ? t('demo.working') : t('demo.start')}
          picture={<DemoPicture />}
          primary
          busy={busy}
          onChoose={() => void tryDemo()}
        />
        <ChoiceCard
          testId="open-own"
          title={t('own.title')}
          sentence={t('own.sentence')}
          action={t('own.start')}
          picture={<OwnPicture />}
          disabled={busy}
          onChoose={onOwn}
        />
      </div>
      <ErrorSentence text={refusal === null ? null : sentenceOf(refusal, locale)} testId="first-start-error" />
      <footer className={css['foot']}>
        <Button
          variant="quiet"
          data-testid="first-start-language"
          lang={locale === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
        >
          {t('language')}
        </Button>
      </footer>
    </div>
  )
}
