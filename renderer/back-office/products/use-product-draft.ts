/** A product being edited: its draft, what is wrong with it once saving was tried, and the saving itself. */
import { App } from 'antd'
import { useState } from 'react'
import type { CategoryView, ProductEdit } from '../../../shared/contract/back-office.ts'
import type { Refusal } from '../../../shared/contract/primitives.ts'
import { productsText } from '../../../shared/text/back-office.ts'
import { useLocale, useText } from '../../i18n.ts'
import { run, sentenceOf } from '../../state/run.ts'
import { type DraftField, draftOf, newDraft, type ProductDraft, readDraft, sameDraft } from './product-draft.ts'

export interface ProductDrawerProps {
  /** null: a new one */
  product: ProductEdit | null
  products: readonly ProductEdit[]
  categories: readonly CategoryView[]
  defaultCategoryId: string
  onClose: () => void
  onSaved: (product: ProductEdit) => void
}

/** Refusals that belong beside a field. */
const TAKEN: Readonly<Record<string, DraftField>> = { 'barcode-taken': 'barcode', 'plu-taken': 'plu' }

export function useProductDraft({
  product,
  products,
  categories,
  defaultCategoryId,
  onClose,
  onSaved,
}: ProductDrawerProps) {
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
    if (refusal !== null && TAKEN[refusal.code] === field) return sentenceOf(refusal, locale)
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
  const sentence = refusal === null || TAKEN[refusal.code] !== undefined ? null : sentenceOf(refusal, locale)
  return { draft, change, errorOf, save, busy, sentence, changed: !sameDraft(draft, first) }
}

export type ProductDrafting = ReturnType<typeof useProductDraft>
