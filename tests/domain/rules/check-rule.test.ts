/** What is said against a rule: contradictions, rules that can never hold, and rules that give something away. */
import { describe, expect, test } from 'vitest'
import { checkNames, checkRule } from '../../../shared/domain/rules/check-rule.ts'
import type { CouponTemplateBody, PromotionBody } from '../../../shared/domain/rules/rule.ts'
import { ruleFieldName, ruleProblemText, ruleProblemTexts } from '../../../shared/text/rules.ts'
import { shelf } from './shop.ts'

/** 'E field code' for an error, 'W field code' for a warning. */
function said(body: PromotionBody): string[] {
  return checkRule({ kind: 'promotion', body }, shelf).map(line)
}

function saidOfCoupon(body: CouponTemplateBody, maxCoupons = 1): string[] {
  return checkRule({ kind: 'coupon-template', body }, { ...shelf, maxCoupons }).map(line)
}

function line({ field, severity, code }: { field: string; severity: string; code: string }): string {
  return `${severity === 'error' ? 'E' : 'W'} ${field} ${code}`
}

const half = { kind: 'percent', rate: 5000 } as const
const at = (time: string): string => `2026-${time}:00+08:00`

describe('when', () => {
  test.each<[object, string[]]>([
    [{}, []],
    [{ from: at('11-24T00:00'), to: at('11-25T00:00') }, []],
    [{ from: at('11-25T00:00'), to: at('11-25T00:00') }, ['E to period-empty']],
    [{ from: at('11-26T00:00'), to: at('11-25T00:00') }, ['E to period-empty']],
    [{ to: at('11-23T10:00') }, ['E to period-over']],
    [{ to: at('11-23T10:01') }, []],
    [{ weekdays: [] }, ['E weekdays no-weekday']],
    [{ hours: [] }, ['E hours no-hours']],
    [{ weekdays: [], hours: [] }, ['E weekdays no-weekday', 'E hours no-hours']],
    // Tuesday and Wednesday only
    [{ from: at('11-24T00:00'), to: at('11-26T00:00'), weekdays: [2] }, []],
    [{ from: at('11-24T00:00'), to: at('11-26T00:00'), weekdays: [1, 4] }, ['E weekdays no-moment-in-period']],
    [{ from: at('11-24T00:00'), to: at('11-26T00:00'), weekdays: [3], hours: [['23:59', '24:00']] }, []],
    // today's Monday is still running, its morning is over
    [{ to: at('11-24T00:00'), weekdays: [1] }, []],
    [{ to: at('11-24T00:00'), hours: [['06:00', '10:00']] }, ['E hours no-moment-in-period']],
    [{ to: at('11-24T00:00'), weekdays: [1], hours: [['06:00', '10:00']] }, ['E weekdays no-moment-in-period']],
    [{ from: at('11-24T09:00'), to: at('11-24T09:30'), hours: [['09:30', '10:00']] }, ['E hours no-moment-in-period']],
    [{ from: at('11-24T09:00'), to: '2026-11-24T09:30:00.5+08:00', hours: [['09:30', '10:00']] }, []],
    [
      {
        hours: [
          ['09:00', '11:00'],
          ['10:00', '12:00'],
        ],
      },
      ['W hours[1] hours-overlap'],
    ],
    [
      {
        hours: [
          ['09:00', '11:00'],
          ['11:00', '12:00'],
        ],
      },
      [],
    ],
  ])('%j', (when, problems) => expect(said({ ...half, ...when })).toEqual(problems))
})

describe('who and where', () => {
  test.each<[object, string[]]>([
    [{ tiers: ['gold'], membersOnly: true, tags: ['vip'], birthday: true, stores: ['S001'] }, []],
    [{ tiers: [] }, ['E tiers no-tier']],
    [{ tags: [] }, ['E tags no-tag']],
    [{ tags: ['vip', 'old'] }, ['W tags[1] tag-unknown']],
    [{ stores: [] }, ['E stores no-store']],
    [{ stores: ['S002'] }, ['E stores not-this-store']],
    [{ membersOnly: false }, []],
    [{ membersOnly: false, tiers: ['gold'] }, ['W membersOnly members-anyway']],
    [{ membersOnly: false, birthday: true }, ['W membersOnly members-anyway']],
    [{ membersOnly: false, birthday: false }, []],
  ])('%j', (who, problems) => expect(said({ ...half, ...who })).toEqual(problems))
})

describe('what', () => {
  test.each<[object, string[]]>([
    [{ skus: ['BUN'] }, []],
    [{ skus: [] }, ['E scope scope-empty']],
    [{ skus: [], categories: [] }, ['E scope scope-empty']],
    [{ skus: [], categories: ['food'] }, []],
    [{ skus: ['BUN'], except: ['BUN'] }, ['E scope.except scope-all-excepted', 'W scope.except[0] named-and-excepted']],
    [{ skus: ['BUN', 'TEA'], except: ['BUN'] }, ['W scope.except[0] named-and-excepted']],
    [{ categories: ['food'], except: ['BUN'] }, ['W scope scope-no-goods']],
    [{ categories: ['food'], except: ['TEA'] }, ['W scope.except[0] except-outside']],
    [{ except: ['TEA'] }, []],
    [{ categories: ['nowhere'] }, ['W scope.categories[0] category-unknown', 'W scope scope-no-goods']],
    [{ categories: ['empty'] }, ['W scope scope-no-goods']],
    [{ skus: ['GIFT'] }, ['W scope.skus[0] sku-not-discountable', 'W scope scope-not-discountable']],
    [{ categories: ['cards'] }, ['W scope scope-not-discountable']],
    [{ skus: ['BUN', 'GIFT'] }, ['W scope.skus[1] sku-not-discountable']],
    [{ skus: ['OLD'] }, ['W scope scope-disabled']],
    [{ categories: ['cards', 'past'] }, ['W scope scope-disabled']],
  ])('%j', (scope, problems) => expect(said({ ...half, scope })).toEqual(problems))
})

describe('promotions on units', () => {
  const bun = { scope: { skus: ['BUN'] } }
  const fresh = { scope: { categories: ['fresh'] } }
  test.each<[PromotionBody, string[]]>([
    [{ kind: 'special', price: 1249, ...bun }, []],
    [{ kind: 'special', price: 1250, ...bun }, ['W price price-not-lower']],
    [{ kind: 'special', price: 1300, scope: { skus: ['BUN', 'APPLE'] } }, []],
    [{ kind: 'special', price: 99_999, scope: { skus: ['ORDER'] } }, []],
    [{ kind: 'special', price: 0, ...bun }, ['W price makes-free']],
    [{ kind: 'percent', rate: 0, ...bun }, ['W rate makes-free']],
    [{ kind: 'percent', rate: 1, ...bun }, []],
    [{ kind: 'percent', rate: 10_000, ...bun }, ['E rate takes-nothing']],
    [{ kind: 'nth', n: 2, rate: 5000, ...bun }, []],
    [{ kind: 'nth', n: 2, rate: 0, ...bun }, ['W rate makes-free']],
    [{ kind: 'nth', n: 2, rate: 10_000, ...bun }, ['E rate takes-nothing']],
    [{ kind: 'nth', n: 1, rate: 5000, ...bun }, ['W n group-of-one']],
    [{ kind: 'nth', n: 10_001, rate: 5000, ...bun }, ['E n beyond-pieces']],
    [{ kind: 'nth', n: 2, rate: 5000, ...fresh }, ['W scope scope-weighed']],
    [{ kind: 'nth', n: 2, rate: 5000, scope: { skus: ['APPLE', 'BUN'] } }, []],
    [{ kind: 'percent', rate: 5000, ...fresh }, []],
    [{ kind: 'buyGet', buy: 2, get: 1, ...bun }, []],
    [{ kind: 'buyGet', buy: 1, get: 1, ...bun }, []],
    [{ kind: 'buyGet', buy: 1, get: 2, ...bun }, ['W get gives-more-than-bought']],
    [{ kind: 'buyGet', buy: 10_000, get: 1, ...bun }, ['E buy beyond-pieces']],
    [{ kind: 'buyGet', buy: 2, get: 1, ...fresh }, ['W scope scope-weighed']],
    [{ kind: 'forPrice', n: 4, price: 4999, ...bun }, []],
    [{ kind: 'forPrice', n: 4, price: 5000, ...bun }, ['W price group-price-not-lower']],
    [{ kind: 'forPrice', n: 4, price: 0, ...bun }, ['W price makes-free']],
    [{ kind: 'forPrice', n: 10_001, price: 0, ...bun }, ['E n beyond-pieces']],
    [{ kind: 'forPrice', n: 2, price: 1, ...fresh }, ['W scope scope-weighed']],
    [
      {
        kind: 'quantityRate',
        steps: [
          { at: 5, rate: 8000 },
          { at: 3, rate: 9000 },
        ],
      },
      [],
    ],
    [
      {
        kind: 'quantityRate',
        steps: [
          { at: 5, rate: 9000 },
          { at: 3, rate: 9000 },
        ],
      },
      ['W steps[0].rate step-gives-no-more'],
    ],
    [
      {
        kind: 'quantityRate',
        steps: [
          { at: 0, rate: 9000 },
          { at: 1, rate: 8000 },
        ],
      },
      ['W steps[0].at step-never-used'],
    ],
    [{ kind: 'quantityRate', steps: [{ at: 3, rate: 0 }] }, ['W steps[0].rate makes-free']],
    [{ kind: 'quantityRate', steps: [{ at: 3, rate: 10_000 }] }, ['E steps[0].rate takes-nothing']],
    [
      {
        kind: 'quantityRate',
        steps: [
          { at: 3, rate: 9000 },
          { at: 10_001, rate: 1 },
        ],
      },
      ['E steps[1].at beyond-pieces'],
    ],
    [{ kind: 'quantityRate', steps: [{ at: 3, rate: 9000 }], ...fresh }, ['W scope scope-weighed']],
  ])('%j', (body, problems) => expect(said(body)).toEqual(problems))
})

describe('promotions on the order', () => {
  test.each<[PromotionBody, string[]]>([
    [
      {
        kind: 'amountOff',
        steps: [
          { at: 10_000, off: 1000 },
          { at: 20_000, off: 2500 },
        ],
      },
      [],
    ],
    [{ kind: 'amountOff', steps: [{ at: 10_000, off: 0 }] }, ['E steps[0].off takes-nothing']],
    [
      {
        kind: 'amountOff',
        steps: [
          { at: 20_000, off: 900 },
          { at: 10_000, off: 1000 },
        ],
      },
      ['W steps[0].off step-gives-no-more'],
    ],
    [{ kind: 'amountOff', steps: [{ at: 1000, off: 1000 }] }, ['W steps[0].off free-at-threshold']],
    [{ kind: 'amountOff', steps: [{ at: 100_000_000, off: 1 }] }, ['W steps[0].at beyond-amount']],
    [{ kind: 'amountOff', every: 5000, off: 500, max: 2000 }, []],
    [{ kind: 'amountOff', every: 5000, off: 0 }, ['E off takes-nothing']],
    [{ kind: 'amountOff', every: 5000, off: 500, max: 0 }, ['E max takes-nothing']],
    [{ kind: 'amountOff', every: 500, off: 500 }, ['W off free-at-threshold']],
    [{ kind: 'amountOff', every: 5000, off: 500, max: 400 }, ['W max max-below-off']],
    [{ kind: 'amountOff', every: 100_000_000, off: 1 }, ['W every beyond-amount']],
    [{ kind: 'orderRate', rate: 9500, at: 30_000 }, []],
    [{ kind: 'orderRate', rate: 0 }, ['W rate makes-free']],
    [{ kind: 'orderRate', rate: 10_000 }, ['E rate takes-nothing']],
    [{ kind: 'orderRate', rate: 9500, at: 100_000_000 }, ['W at beyond-amount']],
    [{ kind: 'orderRate', rate: 9500, scope: { categories: ['fresh'] } }, []],
  ])('%j', (body, problems) => expect(said(body)).toEqual(problems))
})

describe('coupons', () => {
  test.each<[CouponTemplateBody, number, string[]]>([
    [{ kind: 'amountOff', steps: [{ at: 5000, off: 500 }], stackable: true }, 2, []],
    [{ kind: 'amountOff', steps: [{ at: 5000, off: 500 }], stackable: true }, 1, ['W stackable one-coupon-only']],
    [{ kind: 'amountOff', steps: [{ at: 5000, off: 500 }] }, 0, ['E  no-coupons-here']],
    // 无门槛 5 元: whoever buys for less pays nothing
    [{ kind: 'amountOff', steps: [{ at: 1, off: 500 }] }, 1, ['W steps[0].off free-at-threshold']],
    [{ kind: 'orderRate', rate: 8800, maxOff: 0 }, 1, ['E maxOff takes-nothing']],
    [{ kind: 'orderRate', rate: 8800, maxOff: 1 }, 1, []],
    [
      { kind: 'orderRate', rate: 8800, withPromotions: false, excludePromoted: true },
      1,
      ['W excludePromoted nothing-promoted'],
    ],
    [{ kind: 'product', scope: { skus: ['TEA'] } }, 1, []],
    [{ kind: 'product' }, 1, ['W scope anything-free']],
    [{ kind: 'product', scope: { except: ['TEA'] } }, 1, ['W scope anything-free']],
    // a weighed line is one unit: it can be the free one
    [{ kind: 'product', scope: { skus: ['APPLE'] } }, 1, []],
  ])('%j with %i coupons a sale', (body, maxCoupons, problems) => {
    expect(saidOfCoupon(body, maxCoupons)).toEqual(problems)
  })
})

test('a rule needs a name, better one of its own', () => {
  expect(checkNames(' ', shelf).map(line)).toEqual(['E nameZh name-missing'])
  expect(checkNames('满减 ', shelf).map(line)).toEqual(['W nameZh name-taken'])
  expect(checkNames('第二件半价', shelf)).toEqual([])
})

describe('the words', () => {
  test('of every problem are Chinese first and English second, with the same parameters', () => {
    for (const { zh, en } of Object.values(ruleProblemTexts)) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).not.toMatch(/\p{Script=Han}/u)
      const parameters = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name))
      const neutral = (text: string): string[] => parameters(text).map((name) => name.replace(/(Zh|En)$/, ''))
      expect(new Set(neutral(zh)), zh).toEqual(new Set(neutral(en)))
    }
  })

  test('say amounts in yuan, and names of the language', () => {
    const problem = { code: 'price-not-lower', params: { dearestFen: 1250 } }
    expect(ruleProblemText(problem, 'zh')).toContain('最高 12.50 元')
    const gift = checkRule({ kind: 'promotion', body: { ...half, scope: { skus: ['GIFT'] } } }, shelf)[0]!
    expect(ruleProblemText(gift, 'zh')).toContain('「提货卡」')
    expect(ruleProblemText({ code: 'from-tomorrow', params: {} }, 'zh')).toBe('from-tomorrow')
  })

  test.each([
    ['steps[1].at', '第 2 档的门槛', 'Step 2, threshold'],
    ['steps[0]', '第 1 档', 'Step 1'],
    ['scope.skus[3]', '适用商品', 'Goods'],
    ['hours[0]', '时段', 'Hours'],
    ['', '规则', 'Rule'],
    ['weather', 'weather', 'weather'],
  ])('name the field %s', (field, zh, en) => expect(ruleFieldName(field)).toEqual({ zh, en }))
})
