/**
 * What holds for every rule: a rule that is said never to act never acts, and what a draft passes as compiles and prices.
 * fast-check prints the seed; RULES_SEED repeats a run, RULES_RUNS makes it shorter or longer.
 */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { quote } from '../../../shared/contract/pricing/quote.ts'
import { readDraft } from '../../../shared/contract/rule-draft.ts'
import type { RuleDraft } from '../../../shared/contract/rules.ts'
import type { Coupon, Promotion, Scenario } from '../../../shared/domain/pricing/types.ts'
import { checkRule } from '../../../shared/domain/rules/check-rule.ts'
import type { PublishedBody, RuleProblem } from '../../../shared/domain/rules/rule.ts'
import type { RuleShelf } from '../../../shared/domain/rules/shelf.ts'
import { ruleSentence } from '../../../shared/text/rule-sentence.ts'
import { ruleProblemTexts } from '../../../shared/text/rules.ts'
import { Dice, randomScenario } from '../pricing/random-scenario.ts'

const seed = Number(process.env['RULES_SEED'] ?? 20_261_122)
const runs = { seed, numRuns: Number(process.env['RULES_RUNS'] ?? 500) }
const rolls = fc.integer({ min: 0, max: 2 ** 32 - 1 })
/** warnings that say that the rule does not act while the shop is as it is */
const IDLE = [
  'scope-no-goods',
  'scope-not-discountable',
  'scope-disabled',
  'scope-weighed',
  'price-not-lower',
  'group-price-not-lower',
]
const MINUTE = 60_000

vi.setConfig({ testTimeout: 120_000 })
console.info(`rules from seed ${seed}`)

function shelfOf({ catalog, now, store, rules }: Scenario): RuleShelf {
  return {
    products: catalog.map((product) => ({
      sku: product.sku,
      nameZh: product.sku,
      nameEn: '',
      categoryId: product.category ?? '',
      priceFen: product.price,
      openPrice: false,
      countable: product.countable ?? true,
      discountable: product.discountable ?? true,
      disabled: false,
    })),
    categories: new Set(['c', 'd']),
    tags: new Set(['vip', 'new']),
    store,
    maxCoupons: rules?.maxCoupons ?? 1,
    otherNames: new Set(),
    nowAt: Date.parse(now),
    offsetMinutes: 480,
  }
}

/** A period and days that often miss each other, so that there is something to find. */
function timed<Offer extends Promotion | Coupon>(dice: Dice, offer: Offer): Offer {
  const day = (): string => `2026-11-${dice.whole(19, 28)}T${String(dice.whole(0, 23)).padStart(2, '0')}:00:00+08:00`
  return {
    ...offer,
    ...(dice.chance(0.3) && { from: day() }),
    ...(dice.chance(0.3) && { to: day() }),
    ...(dice.chance(0.3) && { weekdays: dice.some([1, 2, 3, 4, 5, 6, 7], 0.3) }),
    ...(dice.chance(0.2) && { hours: [[`0${dice.whole(0, 8)}:30`, '09:00']] as const }),
  }
}

function published(offer: Promotion | Coupon): PublishedBody {
  if (!('template' in offer)) {
    const { id: _id, ...body } = offer
    return { kind: 'promotion', body }
  }
  const { id: _id, template: _template, ...body } = offer
  return { kind: 'coupon-template', body }
}

function neverActs({ severity, code }: RuleProblem): boolean {
  return severity === 'error' || IDLE.includes(code)
}

test('a rule that is said never to act takes nothing off any basket from now on', () => {
  let judged = 0
  fc.assert(
    fc.property(rolls, (roll) => {
      const dice = new Dice(roll)
      const scenario = randomScenario(dice, { offers: 6 })
      const shelf = shelfOf(scenario)
      for (const offer of [...(scenario.promotions ?? []), ...(scenario.coupons ?? [])]) {
        const rule = timed(dice, offer)
        if (!checkRule(published(rule), shelf).some(neverActs)) continue
        judged += 1
        const later = shelf.nowAt + dice.whole(1, 12 * 24 * 60) * MINUTE
        for (const now of [scenario.now, new Date(later).toISOString()]) {
          const lists = 'template' in rule ? { coupons: [rule], promotions: [] } : { promotions: [rule], coupons: [] }
          const { pinned: _pinned, forbidden: _forbidden, returns: _returns, ...plain } = scenario
          const answer = quote({ ...plain, now, ...lists })
          if ('error' in answer) throw new Error(answer.error.message)
          expect(answer.applied, JSON.stringify(rule)).toEqual([])
        }
      }
    }),
    runs,
  )
  // the dice make them often enough for this to say something
  expect(judged).toBeGreaterThan(runs.numRuns)
})

test('what can be published is priced, and read back in both languages', () => {
  fc.assert(
    fc.property(rolls, (roll) => {
      const scenario = randomScenario(new Dice(roll), { offers: 6 })
      const known = { skus: new Set(scenario.catalog.map(({ sku }) => sku)), tiers: new Set(['gold', 'std']) }
      for (const offer of [...(scenario.promotions ?? []), ...(scenario.coupons ?? [])]) {
        const { kind, body } = published(offer)
        const draft = { ruleId: offer.id, kind, nameZh: '规则', nameEn: '', body: { ...body } }
        const read = readDraft(draft, known)
        expect(read).toEqual({ offer: { kind, body }, problems: [] })
        const word = (id: string) => ({ zh: id, en: id })
        const words = {
          product: word,
          category: word,
          tier: word,
          from: null,
          to: null,
          weighedInScope: 'none',
        } as const
        const sentence = ruleSentence(read.offer!, words)
        expect(`${sentence.zh}${sentence.en}`).not.toMatch(/undefined|NaN|\{|\}/)
      }
      const answer = quote({ ...scenario, pinned: [], returns: [] })
      expect('error' in answer).toBe(false)
    }),
    { ...runs, numRuns: runs.numRuns / 4 },
  )
})

test('whatever is sent as a draft is either published or told where it is wrong', () => {
  const fields = [
    'kind',
    'rate',
    'n',
    'price',
    'steps',
    'every',
    'off',
    'at',
    'from',
    'hours',
    'tiers',
    'scope',
    'id',
    'odd',
  ]
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('percent', 'nth', 'amountOff', 'product', 9000, 2, [{ at: 100, off: 5 }], { skus: ['A'] }),
  )
  const body = fc.dictionary(fc.constantFrom(...fields), value)
  const drafts = fc.record({
    ruleId: fc.constantFrom('R1', 'tier:gold', 'points', 'adhoc-off-1'),
    kind: fc.constantFrom('promotion' as const, 'coupon-template' as const),
    nameZh: fc.constant('规则'),
    nameEn: fc.constant(''),
    body,
  })
  const known = { skus: new Set(['A']), tiers: new Set(['gold']) }
  fc.assert(
    fc.property(drafts, (draft: RuleDraft) => {
      const { offer, problems } = readDraft(draft, known)
      expect(offer === null).toBe(problems.length > 0)
      for (const { field, code } of problems) {
        expect(typeof field).toBe('string')
        expect(Object.keys(ruleProblemTexts), code).toContain(code)
      }
    }),
    runs,
  )
})
