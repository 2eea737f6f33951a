/**
 * A choice that is not possible is refused when it is made, and the refusal names what would have to be let go: nothing
 * that was chosen before is dropped for it.
 */
import { inTheWayOf } from '../../../shared/domain/basket/choices.ts'
import type { Order } from '../../../shared/domain/basket/order.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import { namesOf, sourceLabel } from './offer-labels.ts'
import { skippedWords } from './offer-words.ts'
import { arePossible, priceOrder } from './price-order.ts'

export interface ChoiceOf {
  /** the order without this choice */
  readonly before: Order
  readonly next: Order
  /** the offer or discount that is chosen */
  readonly id: string
}

/** `next`, where everything that is chosen in it is possible together. */
export function unlessImpossible(core: Core, { before, next, id }: ChoiceOf): Result<Order> {
  const { pricing, letGo } = priceOrder(core, next)
  if (letGo.length === 0) return ok(next)
  const { zh, en } = sourceLabel(core, id, null)
  const names = { nameZh: zh, nameEn: en === '' ? zh : en }
  if (pricing.forbidden.includes(id)) {
    const others = namesOf(core, letGo)
    return refuse('choice-needed', { ...names, othersZh: others.zh, othersEn: others.en })
  }
  const known = priceOrder(core, before)
  const { ids, all } = inTheWayOf(id, known.pricing.pinned, (pins) => arePossible(core, next, pins))
  if (ids.length > 0) {
    const others = namesOf(core, ids, all ? { zh: '和', en: ' and ' } : { zh: '或', en: ' or ' })
    return refuse('choice-conflict', { ...names, othersZh: others.zh, othersEn: others.en })
  }
  const skipped = known.quote.skipped.find((offer) => offer.id === id) ?? { id, reason: 'better-without' as const }
  const reason = skippedWords(core, known.pricing, skipped, null)
  return refuse('choice-not-possible', { ...names, reasonZh: reason.zh, reasonEn: reason.en })
}
