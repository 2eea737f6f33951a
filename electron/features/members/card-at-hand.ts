/** The number of a card that is issued: read from a blank one, or drawn for a card without plastic. */
import { randomInt } from 'node:crypto'
import { memberCardNumber, readCardNumber } from '../../../shared/domain/member/card-number.ts'
import { cardTail } from '../../../shared/domain/member/masking.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'

/** above what shops print and number themselves, so that a drawn number seldom meets a blank card */
const FIRST_DRAWN_SERIAL = 9_000_000_000
const DRAWN_SERIALS = 1_000_000_000

/** Refuses with card-number-wrong, and card-taken {tail, name}. */
export function cardAtHand(core: Core, card: string): Result<string> {
  if (card === 'new') return ok(drawNumber(core))
  // a card that was taken over may have a number of another kind
  const taken = core.stores.members.card(card.replace(/\s/g, ''))
  if (taken === undefined) return readCardNumber(card)
  return refuse('card-taken', { tail: cardTail(taken.cardNumber), name: core.members.byId(taken.memberId)?.name ?? '' })
}

function drawNumber(core: Core): string {
  for (;;) {
    const number = memberCardNumber(FIRST_DRAWN_SERIAL + randomInt(DRAWN_SERIALS))
    if (number !== null && core.stores.members.card(number) === undefined) return number
  }
}
