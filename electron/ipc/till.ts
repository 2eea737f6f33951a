/** The sell screen's part of the contract, answered. */
import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import type { TillView } from '../../shared/contract/till.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Core } from '../core.ts'
import { answered } from './answer.ts'
import { topUpRouter } from './stored-value.ts'
import type { Watchers } from './watch.ts'
import { readyToSell } from '../features/till/change-order.ts'
import { attachMember, chooseCoupon, detachMember, findMembers, redeemPoints } from '../features/till/choose-member.ts'
import { choosePromotion } from '../features/till/choose-promotion.ts'
import { completeSale } from '../features/till/complete-sale.ts'
import {
  addToBasket,
  clearBasket,
  removeFromBasket,
  selectLine,
  setLineQuantity,
  setServedBy,
} from '../features/till/edit-basket.ts'
import { manualPrice } from '../features/till/manual-price.ts'
import { orderDiscount, tryDiscount } from '../features/till/order-discount.ts'
import { askAgain, payMobile, removeTender } from '../features/till/pay-mobile.ts'
import { backToBasket, beginPay, nextCustomer, payBankCard, payCash, payStoredValue } from '../features/till/pay.ts'
import { scan } from '../features/till/scan.ts'
import { whyView } from '../features/till/why-view.ts'

/** `view` is what the screen shows after each command. */
export function tillRouter(core: Core, watchers: Watchers, view: () => TillView) {
  const os = implement(contract)
  const till = (result: Result<null>): TillView => {
    answered(result)
    return view()
  }
  return {
    view: os.till.view.handler(() => till(readyToSell(core))),
    scan: os.till.scan.handler(({ input }) => {
      const { kind, done, unknownCode } = scan(core, input)
      if (unknownCode !== null) return { kind, unknownCode, till: view() }
      answered(done)
      return { kind, unknownCode, till: view() }
    }),
    add: os.till.add.handler(({ input }) => till(addToBasket(core, input))),
    select: os.till.select.handler(({ input }) => till(selectLine(core, input.line))),
    setQuantity: os.till.setQuantity.handler(({ input }) => till(setLineQuantity(core, input))),
    removeLine: os.till.removeLine.handler(({ input }) => till(removeFromBasket(core, input))),
    clear: os.till.clear.handler(({ input }) => till(clearBasket(core, input))),
    manualPrice: os.till.manualPrice.handler(async ({ input }) => till(await manualPrice(core, input))),
    serve: os.till.serve.handler(({ input }) => till(setServedBy(core, input))),
    findMembers: os.till.findMembers.handler(({ input }) => answered(findMembers(core, input.query))),
    attachMember: os.till.attachMember.handler(({ input }) => till(attachMember(core, input))),
    detachMember: os.till.detachMember.handler(({ input }) => till(detachMember(core, input))),
    chooseCoupon: os.till.chooseCoupon.handler(({ input }) => till(chooseCoupon(core, input))),
    why: os.till.why.handler(() => answered(whyView(core, watchers.revision()))),
    choosePromotion: os.till.choosePromotion.handler(async ({ input }) => till(await choosePromotion(core, input))),
    tryDiscount: os.till.tryDiscount.handler(({ input }) => answered(tryDiscount(core, input))),
    orderDiscount: os.till.orderDiscount.handler(async ({ input }) => till(await orderDiscount(core, input))),
    redeemPoints: os.till.redeemPoints.handler(({ input }) => till(redeemPoints(core, input))),
    ...topUpRouter(core, till),
    beginPay: os.till.beginPay.handler(({ input }) => till(beginPay(core, input))),
    backToBasket: os.till.backToBasket.handler(({ input }) => till(backToBasket(core, input))),
    payCash: os.till.payCash.handler(({ input }) => till(payCash(core, input))),
    payStoredValue: os.till.payStoredValue.handler(({ input }) => till(payStoredValue(core, input))),
    payBankCard: os.till.payBankCard.handler(({ input }) => till(payBankCard(core, input))),
    payMobile: os.till.payMobile.handler(({ input }) => till(payMobile(core, input))),
    askAgain: os.till.askAgain.handler(async ({ input }) => till(await askAgain(core, input))),
    removeTender: os.till.removeTender.handler(async ({ input }) => till(await removeTender(core, input))),
    complete: os.till.complete.handler(({ input }) => till(completeSale(core, input))),
    next: os.till.next.handler(({ input }) => till(nextCustomer(core, input.commandId))),
  }
}
