/**
 * What the sell screen alone knows: which pane the middle column shows and the sentence about the last refusal.
 * Everything of the sale itself is in the snapshot.
 */
import { create } from 'zustand'
import type { ProductView } from '../../shared/contract/back-office.ts'
import type { Refusal } from '../../shared/contract/primitives.ts'
import type { DoneView } from '../../shared/contract/till.ts'
import type { sellText } from '../../shared/text/sell.ts'

export type Pane =
  | { readonly kind: 'browse' }
  | { readonly kind: 'member' }
  /** `card` is what a scanner read meanwhile: a blank card to be bound */
  | { readonly kind: 'register'; readonly query: string; readonly card: string | null }
  | { readonly kind: 'quantity'; readonly line: string }
  | { readonly kind: 'weigh'; readonly product: ProductView }
  | { readonly kind: 'open-price'; readonly product: ProductView }
  | { readonly kind: 'price'; readonly line: string }
  | { readonly kind: 'serve'; readonly line: string }
  | { readonly kind: 'coupons' }
  | { readonly kind: 'points' }
  | { readonly kind: 'account' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'why' }
  | { readonly kind: 'discount' }
  | { readonly kind: 'add-now'; readonly barcode: string }

/** A sentence: a refusal of the core, or one of the screen's own. */
export type Sentence =
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'text'; readonly key: keyof typeof sellText }

export interface SellUi {
  readonly pane: Pane
  readonly query: string
  readonly sentence: Sentence | null
  /** the notice of the snapshot that has been answered by a later success */
  readonly readNotice: number | null
  /** amount typed for a mobile payment, so that a scan pays that much; null is the rest */
  readonly mobileAmountFen: number | null
  /** the sale before this one, so that its change is still there when the next customer has begun */
  readonly lastDone: DoneView | null
}

export const BROWSE: Pane = { kind: 'browse' }

export const useSellUi = create<SellUi>()(() => ({
  pane: BROWSE,
  query: '',
  sentence: null,
  readNotice: null,
  mobileAmountFen: null,
  lastDone: null,
}))

export function openPane(pane: Pane): void {
  useSellUi.setState({ pane, query: '', sentence: null })
}

export function closePane(): void {
  useSellUi.setState({ pane: BROWSE, query: '', sentence: null })
}

export function setQuery(query: string): void {
  useSellUi.setState({ query })
}

export function say(sentence: Sentence): void {
  useSellUi.setState({ sentence })
}

export function setMobileAmount(mobileAmountFen: number | null): void {
  useSellUi.setState({ mobileAmountFen })
}
