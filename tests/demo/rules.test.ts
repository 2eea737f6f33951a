/** The demo's rules as the rules screen judges them: what is right stays quiet. */
import { expect, test } from 'vitest'
import { demoCategories } from '../../electron/demo/categories.ts'
import { demoCouponTemplates } from '../../electron/demo/coupon-templates.ts'
import { demoProducts } from '../../electron/demo/products.ts'
import { DEMO_STORE_ID, demoPricingRules, demoPromotions } from '../../electron/demo/promotions.ts'
import { dayNumberAt } from '../../electron/demo/shop-date.ts'
import { demoTiers } from '../../electron/demo/tiers.ts'
import { readDraft } from '../../shared/contract/rule-draft.ts'
import { checkRule } from '../../shared/domain/rules/check-rule.ts'
import type { RuleShelf } from '../../shared/domain/rules/shelf.ts'

const NOW = Date.parse('2026-11-21T10:42:00+08:00')
const today = dayNumberAt(NOW)

const shelf: RuleShelf = {
  products: demoProducts().map((product) => ({
    sku: product.sku,
    nameZh: product.name,
    nameEn: product.nameEn ?? '',
    categoryId: product.categoryId,
    priceFen: product.priceFen,
    openPrice: product.openPrice ?? false,
    countable: product.countable,
    discountable: product.discountable,
    disabled: false,
  })),
  categories: new Set(demoCategories().map(({ id }) => id)),
  tags: new Set(),
  store: DEMO_STORE_ID,
  maxCoupons: demoPricingRules().maxCoupons,
  otherNames: new Set(),
  nowAt: NOW,
  offsetMinutes: 480,
}
const known = {
  skus: new Set(shelf.products.map(({ sku }) => sku)),
  tiers: new Set(demoTiers().map(({ id }) => id)),
}

const drafts = [
  ...demoPromotions({ today }).map(({ id, ...body }) => ({ ruleId: id, kind: 'promotion' as const, body })),
  ...demoCouponTemplates({ today }).map(({ template, ...body }) => ({
    ruleId: template,
    kind: 'coupon-template' as const,
    body,
  })),
]

test('only those that are over, and the coupon without a threshold, want a second look', () => {
  const said = drafts.flatMap((draft) => {
    const { offer, problems } = readDraft({ ...draft, nameZh: '规则', nameEn: '', body: { ...draft.body } }, known)
    const all = offer === null ? problems : checkRule(offer, shelf)
    return all.map(({ severity, field, code }) => [draft.ruleId, severity, field, code])
  })
  expect(said).toEqual([
    ['PR-OPENING', 'error', 'to', 'period-over'],
    ['CT-WELCOME-5', 'warning', 'steps[0].off', 'free-at-threshold'],
    ['CT-OLD-10', 'error', 'to', 'period-over'],
  ])
})
