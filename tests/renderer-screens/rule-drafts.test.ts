/** The forms of 促销与优惠券: every rule that can be published is a draft and back again, and nothing is read approximately. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { couponSchemas, promotionSchemas } from '../../shared/contract/pricing/offers.ts'
import { demoCouponTemplates } from '../../electron/demo/coupon-templates.ts'
import { demoPromotions } from '../../electron/demo/promotions.ts'
import {
  dayPlus,
  daysBetween,
  dayTyped,
  endOf,
  endText,
  isDay,
  startOf,
  startText,
  weekdayOf,
} from '../../renderer/back-office/rules/draft/day-times.ts'
import { draftOf } from '../../renderer/back-office/rules/draft/draft-of-body.ts'
import { percentText, rateFromText, rateText } from '../../renderer/back-office/rules/draft/rate-text.ts'
import { readDraft } from '../../renderer/back-office/rules/draft/read-draft.ts'
import {
  formKinds,
  newDraft,
  type OfferKind,
  type RuleBody,
  type RuleDraft,
} from '../../renderer/back-office/rules/draft/rule-draft.ts'
import { suggestedName } from '../../renderer/back-office/rules/draft/suggested-name.ts'
import { kindName } from '../../renderer/back-office/rules/kind-text.ts'
import { fieldOf } from '../../renderer/back-office/rules/form/problem-text.ts'

const everyWhen = {
  from: '2026-11-01T00:00:00+08:00',
  to: '2026-12-01T00:00:00+08:00',
  weekdays: [1, 6],
  hours: [
    ['17:00', '20:00'],
    ['22:00', '24:00'],
  ] as const,
}
const everyWho = { tiers: ['gold'], tags: ['vip', 'office'], birthday: true }
const everyScope = { scope: { skus: ['CF001'], categories: ['bread'], except: ['BR005'] } }
const everyUnit = { ...everyWhen, ...everyWho, ...everyScope, stores: ['S001'], priority: -3, base: 'tier' } as const
const everyOrder = {
  ...everyWhen,
  membersOnly: true,
  ...everyScope,
  priority: 90,
  group: 'full-reduction',
  excludePromoted: true,
} as const
const everyCoupon = {
  ...everyWhen,
  ...everyWho,
  scope: { except: ['CK004'] },
  priority: 7,
  excludePromoted: true,
  withPromotions: false,
  withTier: false,
  stackable: true,
} as const

/** Every kind, bare and with every field that it can have. */
const TABLE: readonly (readonly [OfferKind, RuleBody])[] = [
  ['promotion', { kind: 'special', price: 1480, scope: { skus: ['PA001'] } }],
  ['promotion', { kind: 'special', price: 1480, ...everyUnit }],
  ['promotion', { kind: 'percent', rate: 8850, scope: { categories: ['tea'] } }],
  ['promotion', { kind: 'percent', rate: 1, ...everyUnit }],
  ['promotion', { kind: 'nth', n: 2, rate: 5000, scope: { skus: ['CF001'] } }],
  ['promotion', { kind: 'nth', n: 3, rate: 0, ...everyUnit }],
  ['promotion', { kind: 'buyGet', buy: 2, get: 1 }],
  ['promotion', { kind: 'buyGet', buy: 10, get: 3, ...everyUnit }],
  ['promotion', { kind: 'forPrice', n: 4, price: 2400 }],
  ['promotion', { kind: 'forPrice', n: 4, price: 2405, ...everyUnit }],
  ['promotion', { kind: 'quantityRate', steps: [{ at: 3, rate: 9000 }] }],
  [
    'promotion',
    {
      kind: 'quantityRate',
      steps: [
        { at: 5, rate: 8000 },
        { at: 3, rate: 9000 },
      ],
      ...everyUnit,
    },
  ],
  ['promotion', { kind: 'amountOff', steps: [{ at: 10_000, off: 1000 }] }],
  [
    'promotion',
    {
      kind: 'amountOff',
      steps: [
        { at: 20_000, off: 2550 },
        { at: 9900, off: 1000 },
      ],
      ...everyOrder,
    },
  ],
  ['promotion', { kind: 'amountOff', every: 5000, off: 500 }],
  ['promotion', { kind: 'amountOff', every: 5000, off: 500, max: 2000, ...everyOrder }],
  ['promotion', { kind: 'orderRate', rate: 9500 }],
  ['promotion', { kind: 'orderRate', rate: 9500, at: 30_000, ...everyOrder }],
  ['coupon-template', { kind: 'amountOff', steps: [{ at: 1, off: 500 }] }],
  ['coupon-template', { kind: 'amountOff', every: 5000, off: 500, max: 1000, ...everyCoupon }],
  ['coupon-template', { kind: 'orderRate', rate: 8800 }],
  ['coupon-template', { kind: 'orderRate', rate: 8800, at: 5000, maxOff: 3000, ...everyCoupon }],
  ['coupon-template', { kind: 'product', scope: { skus: ['CF002'] } }],
  ['coupon-template', { kind: 'product', ...everyCoupon }],
]

const roundTrip = (kind: OfferKind, body: RuleBody) =>
  readDraft(draftOf({ kind, nameZh: '促销', nameEn: '', body })).body

describe('a rule that was published', () => {
  it.each(TABLE)('%s %j becomes a draft and the same rule again', (kind, body) => {
    expect(roundTrip(kind, body)).toEqual(body)
    const schemas: Record<string, { parse: (data: unknown) => unknown }> =
      kind === 'promotion' ? promotionSchemas : couponSchemas
    const ids = kind === 'promotion' ? { id: 'P' } : { id: 'C', template: 'T' }
    expect(() => schemas[body.kind]!.parse({ ...ids, ...roundTrip(kind, body) })).not.toThrow()
  })

  it('of the demo shop goes through the form unchanged', () => {
    for (const { id: _, ...body } of demoPromotions({ today: 20_778 })) {
      expect(roundTrip('promotion', body as RuleBody)).toEqual(body)
    }
    for (const { template: _, ...body } of demoCouponTemplates({ today: 20_778 })) {
      expect(roundTrip('coupon-template', body as RuleBody)).toEqual(body)
    }
  })

  it('loses only what says nothing', () => {
    const body: RuleBody = { kind: 'percent', rate: 9000, tiers: ['gold'], membersOnly: true, birthday: false }
    expect(roundTrip('promotion', body)).toEqual({ kind: 'percent', rate: 9000, tiers: ['gold'] })
  })

  it.each([
    ['weekdays', { weekdays: [] }],
    ['tiers', { tiers: [] }],
    ['scope', { scope: { skus: [] } }],
    ['stores', { stores: [] }],
  ])('with an empty list of %s, which never holds, does not become one for everything', (path, part) => {
    const draft = draftOf({ kind: 'promotion', nameZh: '', nameEn: '', body: { kind: 'percent', rate: 9000, ...part } })
    expect(readDraft(draft).problems).toEqual([expect.objectContaining({ path, missing: true })])
  })
})

describe('a new rule', () => {
  it('has a form for every kind that the contract knows, and a name and a hint', () => {
    const kindsOf = (kind: OfferKind): string[] =>
      formKinds
        .filter((one) => one.kind === kind)
        .map(({ ruleKind }) => ruleKind)
        .sort()
    expect(kindsOf('promotion')).toEqual(Object.keys(promotionSchemas).sort())
    expect(kindsOf('coupon-template')).toEqual(Object.keys(couponSchemas).sort())
    expect(new Set(formKinds.map(kindName)).size).toBe(formKinds.length)
  })

  it.each(formKinds)('of $kind $ruleKind says what it needs, and nothing is shown as wrong before', (kind) => {
    const { problems } = readDraft(newDraft(kind))
    expect(problems.every(({ missing }) => missing)).toBe(true)
    expect(problems.length).toBeGreaterThan(0)
  })

  const nth = (part: Partial<RuleDraft>): RuleDraft => ({
    ...newDraft({ kind: 'promotion', ruleKind: 'nth' }),
    categories: ['coffee'],
    ...part,
  })

  it.each<[Partial<RuleDraft>, string]>([
    [{ rate: '11.5.1' }, 'rate'],
    [{ rate: '10.1' }, 'rate'],
    [{ rate: '半价' }, 'rate'],
    [{ n: '0' }, 'n'],
    [{ n: '2.5' }, 'n'],
    [{ n: '1000' }, 'n'],
    [{ priority: 'first' }, 'priority'],
    [{ from: { day: '2026-02-30', time: '' } }, 'from'],
    [{ to: { day: '', time: '10:00' } }, 'to'],
    [{ allDay: false, hours: [{ id: 1, start: '20:00', end: '08:00' }] }, 'hours[0]'],
    [{ allDay: false, hours: [{ id: 1, start: '8点', end: '10:00' }] }, 'hours[0]'],
    [{ everyWeekday: false }, 'weekdays'],
    [{ who: 'these' }, 'tiers'],
    [{ categories: [] }, 'scope'],
    [{ allStores: false }, 'stores'],
  ])('with %j is wrong at %s', (part, path) => {
    const read = readDraft(nth(part))
    expect(read.body).toBeNull()
    expect(read.problems.map((problem) => problem.path)).toEqual([path])
  })

  it('names the step and the side of it that is wrong', () => {
    const draft: RuleDraft = {
      ...newDraft({ kind: 'promotion', ruleKind: 'amountOff' }),
      steps: [
        { id: 1, at: '100', gives: '10' },
        { id: 2, at: '200', gives: '二十' },
      ],
    }
    expect(readDraft(draft).problems).toEqual([{ path: 'steps[1].off', text: 'wrongAmount', missing: false }])
  })
})

describe('a rate', () => {
  it.each([
    ['8.8', 8800],
    ['88', 8800],
    ['8.85', 8850],
    ['88.5', 8850],
    ['9 折', 9000],
    ['5', 5000],
    ['0', 0],
    ['10', 10_000],
    ['', null],
    ['10.5', null],
    ['100', null],
    ['-1', null],
    ['8.8888', null],
  ])('written %s is %s', (text, rate) => expect(rateFromText(text)).toBe(rate))

  it('is written as it is read, for every rate', () => {
    fc.assert(fc.property(fc.nat(10_000), (rate) => rateFromText(rateText(rate)) === rate))
    expect([percentText(8800), percentText(8855), percentText(0)]).toEqual(['88', '88.55', '0'])
  })
})

describe('days', () => {
  it('are whole days: the last one is included', () => {
    expect(startText({ day: '2026-11-01', time: '' })).toBe('2026-11-01T00:00:00+08:00')
    expect(endText({ day: '2026-11-30', time: '' })).toBe('2026-12-01T00:00:00+08:00')
    expect(endOf('2026-12-01T00:00:00+08:00')).toEqual({ day: '2026-11-30', time: '' })
    expect(endOf('2026-11-30T16:00:00Z')).toEqual({ day: '2026-11-30', time: '' })
  })

  it('keep a time of the day, and every instant to the second', () => {
    expect(startOf('2026-11-11T20:00:00+08:00')).toEqual({ day: '2026-11-11', time: '20:00' })
    const seconds = fc.integer({ min: 0, max: 4_102_444_800 })
    fc.assert(
      fc.property(seconds, (at) => {
        const instant = new Date(at * 1000).toISOString()
        expect(Date.parse(startText(startOf(instant))!)).toBe(at * 1000)
        expect(Date.parse(endText(endOf(instant))!)).toBe(at * 1000)
      }),
    )
  })

  it.each([
    ['2026-11-22', '2026-11-22'],
    ['20261122', '2026-11-22'],
    ['2026.1.2', '2026-01-02'],
    ['2026年11月2日', '2026-11-02'],
    ['11-22', '2026-11-22'],
    ['0305', '2026-03-05'],
    ['2026-02-30', '2026-02-30'],
    ['明天', '明天'],
    ['', ''],
  ])('typed %s are read as %s', (text, day) => expect(dayTyped(text, '2026-11-22')).toBe(day))

  it('are counted over months and leap years', () => {
    expect(dayPlus('2028-02-28', 1)).toBe('2028-02-29')
    expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3)
    expect([weekdayOf('2026-11-22'), weekdayOf('2026-11-23')]).toEqual([7, 1])
    expect(['2026-02-29', '2026-13-01', '26-1-1', ''].map(isDay)).toEqual([false, false, false, false])
  })
})

describe('a name', () => {
  const zhOf = (kind: OfferKind, body: RuleBody): string => suggestedName(kind, body, null).zh

  it('is suggested by the figures', () => {
    const names = TABLE.filter(([, body]) => !('priority' in body)).map(([kind, body]) => zhOf(kind, body))
    expect(names).toEqual([
      '特价 14.80 元',
      '8.85 折',
      '第二件半价',
      '买 2 送 1',
      '4 件 24 元',
      '3 件 9 折',
      '满 100 减 10',
      '每满 50 减 5',
      '整单 9.5 折',
      '立减 5 元券',
      '整单 8.8 折券',
      '兑换券',
    ])
  })

  it('says what the rule is for, where that is one thing', () => {
    const bread = { zh: '面包', en: 'Bread' }
    expect(suggestedName('promotion', { kind: 'nth', n: 2, rate: 5000 }, bread)).toEqual({
      zh: '面包第二件半价',
      en: 'Bread: No. 2 at 50%',
    })
    expect(suggestedName('promotion', { kind: 'percent', rate: 8800 }, { zh: '茶饮', en: '' })).toEqual({
      zh: '茶饮 8.8 折',
      en: '茶饮: 12% off',
    })
  })

  it('is never longer than a rule may be called', () => {
    const steps = Array.from({ length: 8 }, (_, index) => ({ at: 1_000_055 * (index + 1), off: 100_155 * (index + 1) }))
    expect(zhOf('coupon-template', { kind: 'amountOff', steps }).length).toBeLessThanOrEqual(60)
  })
})

describe('a problem of the core', () => {
  it.each([
    ['steps[1].at', 'steps[1].at'],
    ['scope.skus[3]', 'scope.skus'],
    ['scope', 'scope'],
    ['hours[1][0]', 'hours[1]'],
    ['hours', 'hours'],
    ['tiers[0]', 'tiers'],
    ['nameZh', 'nameZh'],
    ['', ''],
  ])('at %s stands at %s', (field, shown) => expect(fieldOf(field)).toBe(shown))
})
