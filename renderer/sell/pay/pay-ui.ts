/** Which way of paying the pay pane shows. Chosen anew for each order. */
import { create } from 'zustand'
import type { TenderKind } from '../../../shared/contract/till.ts'
import { setMobileAmount } from '../sell-ui.ts'

export const usePayUi = create<{ readonly kind: TenderKind }>()(() => ({ kind: 'cash' }))

export function chooseTender(kind: TenderKind): void {
  usePayUi.setState({ kind })
  setMobileAmount(null)
}

/** The ways of paying in their order, and their keys: digits belong to amounts, so that nobody pays the wrong way. */
export const TENDER_KEYS: readonly { readonly kind: TenderKind; readonly key: string }[] = [
  { kind: 'cash', key: 'F1' },
  { kind: 'mobile', key: 'F2' },
  { kind: 'storedValue', key: 'F3' },
  { kind: 'bankCard', key: 'F4' },
]
