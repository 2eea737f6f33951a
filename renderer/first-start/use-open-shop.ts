/**
 * The state of the form that opens a shop. A field is called wrong once it was left or the shop was to be opened, not
 * while it is being typed; what the core refuses stands at its field until that is changed.
 */
import { type RefObject, useState } from 'react'
import type { Refusal } from '../../shared/contract/primitives.ts'
import { firstStartText } from '../../shared/text/first-start.ts'
import { useLocale, useText } from '../i18n.ts'
import { newId, runApp, sentenceOf } from '../state/run.ts'
import {
  emptyShopDraft,
  fieldOfRefusal,
  headerLines,
  problemsOf,
  type ShopDraft,
  type ShopField,
  shopFields,
} from './shop-draft.ts'

export function useOpenShop(form: RefObject<HTMLFormElement | null>) {
  const t = useText(firstStartText)
  const locale = useLocale()
  const [draft, setDraft] = useState(emptyShopDraft)
  const [left, setLeft] = useState<ReadonlySet<ShopField>>(new Set())
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const problems = problemsOf(draft)
  const refusedField = refusal === null ? null : fieldOfRefusal(refusal.code)
  const focusOn = (field: ShopField): void => form.current?.querySelector<HTMLElement>(`[name=${field}]`)?.focus()

  const change = (part: Partial<ShopDraft>): void => {
    setRefusal(null)
    setDraft((was) => ({ ...was, ...part }))
  }
  const errorOf = (field: ShopField): string | null => {
    if (refusal !== null && refusedField === field) return sentenceOf(refusal, locale)
    const problem = left.has(field) ? problems[field] : undefined
    return problem === undefined ? null : t(problem.text, problem.params)
  }
  const submit = async (): Promise<void> => {
    if (busy) return
    const wrong = shopFields.find((field) => problems[field] !== undefined)
    setLeft(new Set(shopFields))
    if (wrong !== undefined) return focusOn(wrong)
    setBusy(true)
    const refused = await openShop(draft)
    if (refused === null) return
    setBusy(false)
    setRefusal(refused)
    focusOn(fieldOfRefusal(refused.code) ?? 'shopName')
  }
  const field = (name: ShopField) => ({
    name,
    value: draft[name],
    error: errorOf(name),
    'data-testid': `shop-${name}`,
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
    onBlur: () => {
      if (draft[name] !== '') setLeft((was) => new Set(was).add(name))
    },
  })
  const error = refusal === null || refusedField !== null ? null : sentenceOf(refusal, locale)
  return { draft, change, field, submit, busy, error }
}

export type OpenShop = ReturnType<typeof useOpenShop>

/** Null when the shop is open; the phase has changed by then. */
async function openShop(draft: ShopDraft): Promise<Refusal | null> {
  const managerId = newId()
  const outcome = await runApp((client, commandId) =>
    client.setup.openShop({
      commandId,
      shopName: draft.shopName.trim(),
      receiptHeader: headerLines(draft.header),
      paperMm: draft.paperMm,
      managerId,
      managerName: draft.managerName.trim(),
      managerCode: draft.managerCode,
      managerPin: draft.pin,
    }),
  )
  return outcome.ok ? null : outcome.refusal
}
