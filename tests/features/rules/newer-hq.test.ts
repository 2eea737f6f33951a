/** A till that gets rules of a newer HQ keeps selling, leaves them out, and says so. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endRule } from '../../../electron/features/rules/end-rule.ts'
import { listRules } from '../../../electron/features/rules/list-rules.ts'
import { publishRule } from '../../../electron/features/rules/publish-rule.ts'
import { ruleVersions } from '../../../electron/features/rules/rule-versions.ts'
import { setPaused } from '../../../electron/features/rules/set-paused.ts'
import { priceOrder } from '../../../electron/features/till/price-order.ts'
import { statusView } from '../../../electron/ipc/app-view.ts'
import { RuleView } from '../../../shared/contract/rules.ts'
import { StatusView } from '../../../shared/contract/app.ts'
import { refusalText } from '../../../shared/text/refusals.ts'
import { checkOut, take } from '../../till/checkout.ts'
import { openSellingTill, type SellingTill } from '../../till/selling-till.ts'
import { enter, must, refusal } from '../../till/small-shop.ts'
import { hqPercent, lottery, plantRule, unknownTemplate, weatherOffer } from './plant-rule.ts'

let till: SellingTill
beforeEach(async () => {
  till = await openSellingTill()
  for (const rule of [lottery, weatherOffer, unknownTemplate, hqPercent]) plantRule(till.core, rule)
})
afterEach(() => till.close())

function teaAndBun(): { payable: number; skipped: string[] } {
  take(till.core, 'TEA')
  take(till.core, 'BUN')
  const { quote } = priceOrder(till.core, till.core.memory.order)
  return { payable: quote.payable, skipped: quote.skipped.map(({ id }) => id) }
}

/** with HQ's tea, without the rain; what is left out is not even skipped */
const sold = { payable: 720 + 1250, skipped: ['PM-300-30'] }

test('the till sells on, with every rule that it knows', () => {
  expect(teaAndBun()).toEqual(sold)
  expect(till.core.stores.sales.exists(checkOut(till.core, 'cash'))).toBe(true)
})

test('after a restart too', () => {
  till = till.restart()
  till.signIn('cashier')
  expect(teaAndBun()).toEqual(sold)
})

test('the status line names what is left out, to the cashier too', () => {
  const status = statusView(till.core)
  expect(StatusView.parse(status)).toEqual(status)
  expect(status.rulesLeftOut).toEqual([
    { zh: '周年抽奖', en: 'Anniversary lottery' },
    { zh: '雨天九折', en: 'Rainy day' },
    { zh: '刮刮卡', en: '刮刮卡' },
  ])
})

test('the manager sees them in the list, kept whole, with a notice each', () => {
  enter(till.core, 'manager')
  const { rules, notices } = must(listRules(till.core))
  expect(RuleView.array().parse(rules)).toEqual(rules)
  const shown = Object.fromEntries(rules.map((rule) => [rule.ruleId, rule]))
  expect(shown['HQ-LOTTERY']).toMatchObject({
    ruleKind: 'lottery',
    understood: false,
    owner: 'hq',
    body: { kind: 'lottery', odds: 100, prizes: [{ sku: 'BUN' }] },
    sentence: { zh: '本机版本不认识这种规则(lottery),不参与计价;请升级掌柜' },
  })
  expect(shown['HQ-RAIN']).toMatchObject({
    ruleKind: 'percent',
    understood: false,
    sentence: { zh: '这条规则里有本机版本不认识的一项(weather),不参与计价;请升级掌柜' },
  })
  expect(shown['HQ-SCRATCH']).toMatchObject({ kind: 'coupon-template', understood: false })
  expect(shown['HQ-TEA']).toMatchObject({
    understood: true,
    sentence: { zh: '买「乌龙茶」打 9 折(与其他单品促销互斥)' },
  })
  expect(notices.map((notice) => refusalText(notice, 'zh'))).toEqual([
    '本机版本不认识「周年抽奖」,这条规则不参与计价;请升级掌柜',
    '本机版本不认识「雨天九折」,这条规则不参与计价;请升级掌柜',
    '本机版本不认识「刮刮卡」,这条规则不参与计价;请升级掌柜',
  ])
  expect(must(ruleVersions(till.core, 'HQ-LOTTERY'))).toMatchObject([
    { version: 1, change: 'created', changedBy: null },
  ])
})

test('no coupon of a template that is not understood is used', () => {
  expect(till.core.catalog.couponTemplate('HQ-SCRATCH')).toBeUndefined()
})

test('a newer version that is understood takes part again', () => {
  plantRule(till.core, {
    ...lottery,
    version: 2,
    offer: { kind: 'promotion', body: { id: 'HQ-LOTTERY', kind: 'percent', rate: 5000, scope: { skus: ['BUN'] } } },
  })
  take(till.core, 'BUN')
  expect(priceOrder(till.core, till.core.memory.order).quote.payable).toBe(625)
  expect(statusView(till.core).rulesLeftOut).toHaveLength(2)
})

test('the rules of HQ are not changed here', () => {
  enter(till.core, 'manager')
  const { core } = till
  const head = core.store.head.seq
  const named = { nameZh: '总部茶饮九折', nameEn: 'Tea 10% off' }
  const command = { commandId: core.newId(), ruleId: 'HQ-TEA', expectedVersion: 1 }
  expect(refusal(setPaused(core, { ...command, paused: true }))).toEqual({ code: 'rule-not-yours', params: named })
  expect(refusal(endRule(core, command)).code).toBe('rule-not-yours')
  const body = { kind: 'percent', rate: 8000, scope: { skus: ['TEA'] } }
  const draft = { ruleId: 'HQ-TEA', kind: 'promotion', ...named, body } as const
  const published = publishRule(core, { commandId: core.newId(), draft, expectedVersion: 1, confirmed: [] })
  expect(refusal(published).code).toBe('rule-not-yours')
  expect(core.store.head.seq).toBe(head)
})
