/** Opening one's own shop: the shop, its paper and its first manager, with the paper beside it as it will come out. */
import { useRef } from 'react'
import { firstStartText } from '../../shared/text/first-start.ts'
import { frameText } from '../../shared/text/frame.ts'
import { useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { ErrorSentence } from '../kit/ErrorSentence.tsx'
import { Field } from '../kit/Field.tsx'
import { PaperSample } from '../kit/PaperSample.tsx'
import { headerLines } from './shop-draft.ts'
import { type OpenShop, useOpenShop } from './use-open-shop.ts'
import css from './FirstStart.module.css'

const DIGITS = { inputMode: 'numeric', autoComplete: 'off' } as const
const PIN = { ...DIGITS, type: 'password', autoComplete: 'new-password', maxLength: 8 } as const

export function OpenShopForm({ onBack }: { onBack: () => void }) {
  const t = useText(firstStartText)
  const form = useRef<HTMLFormElement>(null)
  const shop = useOpenShop(form)
  return (
    <form
      ref={form}
      className={css['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void shop.submit()
      }}
    >
      <header className={css['formHead']}>
        <Button variant="quiet" onClick={onBack} disabled={shop.busy} data-testid="shop-back">
          ← {t('form.back')}
        </Button>
        <h1 className={css['formTitle']}>{t('form.title')}</h1>
      </header>
      <ShopColumn shop={shop} />
      <ManagerColumn shop={shop} />
      <aside className={css['preview']}>
        <h2 className={css['section']}>{t('preview.title')}</h2>
        <PaperSample
          shopName={shop.draft.shopName.trim()}
          header={headerLines(shop.draft.header)}
          footer={[t('preview.thanks')]}
          paperMm={shop.draft.paperMm}
        />
      </aside>
    </form>
  )
}

function ShopColumn({ shop: { draft, change, field } }: { shop: OpenShop }) {
  const t = useText(firstStartText)
  return (
    <section className={css['column']}>
      <h2 className={css['section']}>{t('form.shopSection')}</h2>
      <Field
        label={t('form.shopName')}
        hint={t('form.shopNameHelp')}
        placeholder={t('form.shopNamePlaceholder')}
        maxLength={60}
        autoFocus
        {...field('shopName')}
      />
      <Field
        as="textarea"
        rows={4}
        label={t('form.header')}
        hint={t('form.headerHelp')}
        placeholder={t('form.headerPlaceholder')}
        {...field('header')}
      />
      <Choice
        label={t('form.paper')}
        hint={t('form.paperHelp')}
        testId="shop-paper"
        value={draft.paperMm === 58 ? '58' : '80'}
        options={[
          { value: '80', label: t('form.paper80') },
          { value: '58', label: t('form.paper58') },
        ]}
        onChange={(paper) => change({ paperMm: paper === '58' ? 58 : 80 })}
      />
    </section>
  )
}

function ManagerColumn({ shop: { field, busy, error } }: { shop: OpenShop }) {
  const t = useText(firstStartText)
  const tFrame = useText(frameText)
  return (
    <section className={css['column']}>
      <h2 className={css['section']}>{t('form.managerSection')}</h2>
      <Field
        label={t('form.managerName')}
        placeholder={t('form.managerNamePlaceholder')}
        maxLength={60}
        {...field('managerName')}
      />
      <Field
        label={t('form.managerCode')}
        hint={t('form.managerCodeHelp')}
        maxLength={6}
        {...DIGITS}
        {...field('managerCode')}
      />
      <Field label={t('form.pin')} hint={t('form.pinHelp')} {...PIN} {...field('pin')} />
      <Field label={t('form.pinAgain')} {...PIN} {...field('pinAgain')} />
      <span className={css['grow']} />
      <ErrorSentence text={error} testId="first-start-error" />
      <Button
        type="submit"
        variant="primary"
        size="large"
        block
        keyName={tFrame('enterKey')}
        busy={busy}
        data-testid="shop-open"
      >
        {busy ? t('form.opening') : t('form.open')}
      </Button>
    </section>
  )
}
