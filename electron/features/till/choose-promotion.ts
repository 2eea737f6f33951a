/** A promotion that must count or must not, by somebody who may say so; given back to the best price by anybody. */
import { setPromotionChoice } from '../../../shared/domain/basket/choices.ts'
import type { OfferChoice, Order } from '../../../shared/domain/basket/order.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { authorise, type ApprovalGiven } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { changeOrder, readyToSell, type OrderCommand } from './change-order.ts'
import { unlessImpossible } from './impossible-choice.ts'

export interface ChoosePromotionCommand extends OrderCommand {
  readonly promotionId: string
  readonly choice: 'auto' | OfferChoice
  readonly approval?: ApprovalGiven | undefined
}

export async function choosePromotion(core: Core, command: ChoosePromotionCommand): Promise<Result<null>> {
  const ready = readyToSell(core)
  if (!ready.ok) return ready
  if (core.memory.answered.has(command.commandId)) return ok(null)
  const { promotionId, choice } = command
  if (choice === 'auto') return changeOrder(core, command, (order) => setPromotionChoice(order, promotionId, null))
  if (!core.catalog.priceBook().offerById.has(promotionId)) return refuse('promotion-unknown')
  // what is not possible is said before anybody is asked
  const tried = chosen(core, core.memory.order, promotionId, { choice, approvedBy: '' })
  if (!tried.ok) return tried
  const authorised = await authorise(core, 'price.choose', command.approval)
  if (!authorised.ok) return authorised
  const approvedBy = authorised.value.approverId ?? core.memory.operator?.operatorId
  if (approvedBy === undefined) return refuse('not-signed-in')
  return changeOrder(core, command, (order) => chosen(core, order, promotionId, { choice, approvedBy }))
}

function chosen(
  core: Core,
  order: Order,
  id: string,
  wished: { readonly choice: OfferChoice; readonly approvedBy: string },
): Result<Order> {
  const before = setPromotionChoice(order, id, null)
  if (!before.ok) return before
  const next = setPromotionChoice(order, id, wished)
  return next.ok ? unlessImpossible(core, { before: before.value, next: next.value, id }) : next
}
