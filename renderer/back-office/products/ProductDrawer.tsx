/** One product in plain words, new or known. Enter in a field saves; what is wrong stands at its field. */
import { App, Button, Drawer } from 'antd'
import { useRef, useState } from 'react'
import type { CategoryView, ProductEdit } from '../../../shared/contract/back-office.ts'
import type { Refusal } from '../../../shared/contract/primitives.ts'
import { backOfficeText, productsText } from '../../../shared/text/back-office.ts'
import { useLocale, useText } from '../../i18n.ts'
import { ErrorSentence } from '../../kit/ErrorSentence.tsx'
import { run, sentenceOf } from '../../state/run.ts'
import { overlayContainer } from '../office-theme.ts'
import { type DraftField, draftOf, newDraft, type ProductDraft, readDraft, sameDraft } from './product-draft.ts'
import { useReturnFocus } from '../use-return-focus.ts'
import { ProductFields } from './ProductFields.tsx'
import css from '../BackOffice.module.css'

const FORM_ID = 'product-form'

interface ProductDrawerProps {
  /** null: a new one */
  product: ProductEdit | null
  products: readonly ProductEdit[]
  categories: readonly CategoryView[]
  defaultCategoryId: string
  onClose: () => void
  onSaved: (product: ProductEdit) => void
}

function useProductDraft({ product, products, categories, defaultCategoryId, onClose, onSaved }: ProductDrawerProps) {
  const t = useText(productsText)
  const locale = useLocale()
  const { message } = App.useApp()
  const [first] = useState(() =>
    product === null
      ? newDraft(products, defaultCategoryId === '' ? (categories[0]?.categoryId ?? '') : defaultCategoryId)
      : draftOf(product),
  )
  const [draft, setDraft] = useState(first)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { product: read, problems } = readDraft(draft, product === null ? products : [])
  const change = (part: Partial<ProductDraft>): void => {
    setRefusal(null)
    setDraft((was) => ({ ...was, ...part }))
  }
  const errorOf = (field: DraftField): string | null => {
    if (field === 'barcode' && refusal?.code === 'barcode-taken') return sentenceOf(refusal, locale)
    const problem = tried ? problems?.[field] : undefined
    return problem === undefined ? null : t(problem.text, problem.params)
  }
  const save = async (): Promise<void> => {
    setTried(true)
    if (busy || read === null) return
    setBusy(true)
    const outcome = await run((client, commandId) => client.products.save({ commandId, product: read }))
    setBusy(false)
    if (!outcome.ok) return setRefusal(outcome.refusal)
    onSaved(outcome.value)
    void message.success(t('savedProduct', { name: outcome.value.nameZh }))
    onClose()
  }
  const sentence = refusal === null || refusal.code === 'barcode-taken' ? null : sentenceOf(refusal, locale)
  return { draft, change, errorOf, save, busy, sentence, changed: !sameDraft(draft, first) }
}

export type ProductDrafting = ReturnType<typeof useProductDraft>

export function ProductDrawer(props: ProductDrawerProps) {
  const { product, categories, onClose } = props
  const t = useText(productsText)
  const tOffice = useText(backOfficeText)
  const { modal } = App.useApp()
  const drafting = useProductDraft(props)
  useReturnFocus()
  const form = useRef<HTMLFormElement>(null)
  const close = (): void => {
    if (drafting.busy) return
    if (!drafting.changed) return onClose()
    modal.confirm({
      title: tOffice('leaveTitle'),
      content: tOffice('leaveSentence'),
      okText: tOffice('leave'),
      cancelText: tOffice('stay'),
      getContainer: overlayContainer,
      focusable: { autoFocusButton: 'cancel' },
      onOk: onClose,
    })
  }
  const save = async (): Promise<void> => {
    await drafting.save()
    form.current?.querySelector<HTMLElement>('[data-wrong] input')?.focus()
  }
  const footer = (
    <div className={css['drawerFoot']}>
      <ErrorSentence text={drafting.sentence} testId="product-error" />
      <Button onClick={close} disabled={drafting.busy}>
        {tOffice('cancel')}
      </Button>
      <Button type="primary" htmlType="submit" form={FORM_ID} loading={drafting.busy} data-testid="product-save">
        {drafting.busy ? tOffice('saving') : tOffice('save')}
      </Button>
    </div>
  )
  return (
    <Drawer
      open
      getContainer={overlayContainer}
      size={680}
      title={product === null ? t('newTitle') : product.nameZh}
      onClose={close}
      footer={footer}
      data-testid="product-drawer"
    >
      <form
        ref={form}
        id={FORM_ID}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <ProductFields drafting={drafting} categories={categories} isNew={product === null} />
      </form>
    </Drawer>
  )
}
