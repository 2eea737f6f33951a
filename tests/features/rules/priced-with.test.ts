import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pricedWith } from '../../../electron/features/rules/priced-with.ts'
import { publishRule } from '../../../electron/features/rules/publish-rule.ts'
import { endRule } from '../../../electron/features/rules/end-rule.ts'
import { setPaused } from '../../../electron/features/rules/set-paused.ts'
import { rulesContract, type RuleDraft } from '../../../shared/contract/rules.ts'
import { orderDiscount } from '../../../electron/features/till/order-discount.ts'
import { scan } from '../../../electron/features/till/scan.ts'
import { checkOut, take } from '../../till/checkout.ts'
import { openSellingTill, type SellingTill } from '../../till/selling-till.ts'
import { enter, must, refusal } from '../../till/small-shop.ts'

let till: SellingTill
beforeEach(async () => {
  till = await openSellingTill()
})
afterEach(() => till.close())

const draft: RuleDraft = {
  ruleId: 'BUNS',
  kind: 'promotion',
  nameZh: '面包第二件半价',
  nameEn: 'Second bun half price',
  body: { kind: 'nth', n: 2, rate: 5000, scope: { skus: ['BUN'] } },
}

function publish(changed: Partial<RuleDraft>, expectedVersion: number | null): void {
  enter(till.core, 'manager')
  const commandId = till.core.newId()
  must(publishRule(till.core, { commandId, draft: { ...draft, ...changed }, expectedVersion, confirmed: [] }))
  enter(till.core, 'cashier')
}

function sellTwoBuns(): string {
  take(till.core, 'BUN')
  take(till.core, 'BUN')
  const { orderId } = till.core.memory.order
  checkOut(till.core, 'cash')
  return orderId
}

describe('what a receipt was priced with', () => {
  test('is shown as it was, whatever became of the rule', () => {
    publish({}, null)
    const first = sellTwoBuns()
    publish({ nameZh: '面包第二件七折', nameEn: '', body: { ...draft.body, rate: 7000 } }, 1)
    const second = sellTwoBuns()
    enter(till.core, 'manager')
    must(endRule(till.core, { commandId: till.core.newId(), ruleId: 'BUNS', expectedVersion: 2 }))
    till = till.restart()
    till.signIn('cashier')
    const shown = must(pricedWith(till.core, first))
    expect(rulesContract.pricedWith['~orpc'].outputSchema?.parse(shown)).toEqual(shown)
    expect(shown).toMatchObject({
      saleId: first,
      exact: true,
      rules: [
        {
          ruleId: 'BUNS',
          kind: 'promotion',
          name: { zh: '面包第二件半价', en: 'Second bun half price' },
          version: 1,
          body: draft.body,
          sentence: { zh: '买「肉松面包」第二件半价(每 2 件一组,优惠给其中最便宜的一件;与其他单品促销互斥)' },
          amountFen: -625,
        },
      ],
    })
    expect(must(pricedWith(till.core, second)).rules).toMatchObject([
      { version: 2, name: { zh: '面包第二件七折', en: '面包第二件七折' }, body: { rate: 7000 }, amountFen: -375 },
    ])
  })

  test('names a coupon by its template and the version of that', () => {
    enter(till.core, 'manager')
    const pause = (paused: boolean, expectedVersion: number): void =>
      void must(setPaused(till.core, { commandId: till.core.newId(), ruleId: 'CT-50-5', paused, expectedVersion }))
    pause(true, 1)
    pause(false, 2)
    enter(till.core, 'cashier')
    take(till.core, 'CAKE')
    must(scan(till.core, { commandId: till.core.newId(), code: 'CP00000000018' }).done)
    const { orderId } = till.core.memory.order
    checkOut(till.core, 'cash')
    expect(must(pricedWith(till.core, orderId)).rules).toMatchObject([
      { ruleId: 'PM-300-30', kind: 'promotion', version: 1, amountFen: -3000 },
      { ruleId: 'CT-50-5', kind: 'coupon', name: { zh: '满 50 减 5 券' }, version: 3, amountFen: -500 },
    ])
  })

  test('has the discounts of that order alone', async () => {
    enter(till.core, 'manager')
    take(till.core, 'BUN')
    const { orderId } = till.core.memory.order
    const discount = { commandId: till.core.newId(), orderId, kind: 'rate', value: 9000, reason: '老顾客' } as const
    must(await orderDiscount(till.core, discount))
    checkOut(till.core, 'cash')
    expect(must(pricedWith(till.core, orderId)).rules).toMatchObject([
      {
        kind: 'ad-hoc',
        name: { zh: '整单 9 折' },
        version: null,
        versionAt: null,
        sentence: { zh: '整单打 9 折' },
        amountFen: -125,
      },
    ])
  })

  test('is for whoever may look at receipts; a sale that is not there is refused', () => {
    publish({}, null)
    const saleId = sellTwoBuns()
    expect(refusal(pricedWith(till.core, till.core.newId())).code).toBe('sale-unknown')
    till.core.memory.operator = null
    expect(refusal(pricedWith(till.core, saleId)).code).toBe('not-signed-in')
  })
})
