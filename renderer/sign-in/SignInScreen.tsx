/**
 * Who is at the till: names as tiles on the left, the code or PIN on the right. Digits always go to the pad on the
 * right, wherever the focus is: to the code while nobody is chosen, to the PIN of whoever is.
 */
import { useState } from 'react'
import { signInText } from '../../shared/text/sign-in.ts'
import { setLocale, useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { Empty } from '../kit/Empty.tsx'
import { useRead } from '../kit/use-read.ts'
import { useTillNow } from '../kit/use-till-now.ts'
import { useApp } from '../state/app-store.ts'
import { sentenceOf } from '../state/run.ts'
import { CodePanel } from './CodePanel.tsx'
import { OperatorTiles } from './OperatorTiles.tsx'
import { PinPanel } from './PinPanel.tsx'
import type { SignInOperator } from './sign-in-operator.ts'
import css from './SignIn.module.css'

export function SignInScreen() {
  const t = useText(signInText)
  const locale = useLocale()
  const operators = useRead('operators', (client) => client.session.operators())
  const [chosenId, setChosenId] = useState<string | null>(null)
  const nowAt = useTillNow(1000)
  const enabled = (operators.value ?? []).filter((operator) => !operator.disabled)
  const only = enabled.length === 1 ? enabled[0] : undefined
  const chosen = enabled.find((operator) => operator.operatorId === chosenId) ?? only
  return (
    <div className={css['screen']}>
      <section className={css['who']}>
        <header className={css['head']}>
          <h1 className={css['title']}>{t('title')}</h1>
          <p className={css['sub']}>{t('hint')}</p>
        </header>
        {operators.value === null ? (
          <Empty
            title={operators.refusal === null ? t('loading') : sentenceOf(operators.refusal, locale)}
            action={operators.refusal === null ? undefined : <Button onClick={operators.reload}>{t('retry')}</Button>}
          />
        ) : enabled.length === 0 ? (
          <Empty title={t('noOperators')} hint={t('noOperatorsHint')} />
        ) : (
          <OperatorTiles
            operators={enabled}
            chosenId={chosen?.operatorId ?? null}
            nowAt={nowAt}
            onChoose={setChosenId}
          />
        )}
        <footer className={css['foot']}>
          <DemoHint operators={enabled} />
          <Button
            variant="quiet"
            data-testid="sign-in-language"
            lang={locale === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
          >
            {t('language')}
          </Button>
        </footer>
      </section>
      <section className={css['panel']}>
        {chosen === undefined ? (
          <CodePanel operators={enabled} onChoose={setChosenId} />
        ) : (
          <PinPanel
            key={chosen.operatorId}
            operator={chosen}
            nowAt={nowAt}
            onOther={only === undefined ? () => setChosenId(null) : undefined}
            onChanged={operators.reload}
          />
        )}
      </section>
    </div>
  )
}

/** The demo's PINs follow one rule (electron/demo/operators.ts), so that one quiet sentence is enough. */
function DemoHint({ operators }: { operators: readonly SignInOperator[] }) {
  const t = useText(signInText)
  const demo = useApp((state) => state.app?.shop?.demo === true)
  const first = operators[0]
  if (!demo || first === undefined) return <span />
  return (
    <p className={css['demo']} data-testid="demo-hint">
      {t('demoHint', { name: first.name, code: first.code, pin: `${first.code}88` })}
    </p>
  )
}
