/**
 * The life of a card: active → lost → active again or replaced; active ↔ frozen; closed for good. Whatever makes a card
 * less usable anybody at the till may do at once; what lifts a restriction wants a second look (`lifts`).
 */
import { ok, refuse, type Result } from '../result.ts'
import { cardTail } from './masking.ts'

export type CardStatus = 'active' | 'lost' | 'frozen' | 'closed'
export type CardChange = 'lose' | 'find' | 'freeze' | 'unfreeze' | 'replace'

const STEPS: Readonly<Record<CardChange, Partial<Record<CardStatus, CardStatus>>>> = {
  lose: { active: 'lost' },
  find: { lost: 'active' },
  freeze: { active: 'frozen' },
  unfreeze: { frozen: 'active' },
  replace: { active: 'closed', lost: 'closed' },
}

/** Changes that give a card back what it may do, or stop one for reasons of the shop: a supervisor's. */
export function needsAuthority(change: CardChange): boolean {
  return change === 'find' || change === 'freeze' || change === 'unfreeze'
}

/** The status after a change. Refuses with card-lost, card-frozen, card-closed or card-active: what stands in the way. */
export function changeCard(
  card: { readonly cardNumber: string; readonly status: CardStatus },
  change: CardChange,
): Result<CardStatus> {
  const next = STEPS[change][card.status]
  return next === undefined ? refuse(`card-${card.status}`, { tail: cardTail(card.cardNumber) }) : ok(next)
}
