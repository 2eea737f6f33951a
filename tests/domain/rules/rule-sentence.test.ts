/** Every kind of rule and every field of when, who and what, read back in both languages. */
import { expect, test } from 'vitest'
import { civilOf } from '../../../shared/domain/day/calendar.ts'
import type { CouponTemplateBody, PromotionBody } from '../../../shared/domain/rules/rule.ts'
import type { PeriodEnd, RuleWords } from '../../../shared/text/rule-occasion.ts'
import { notUnderstoodSentence, ruleSentence } from '../../../shared/text/rule-sentence.ts'

const names: Record<string, { zh: string; en: string }> = {
  bread: { zh: '面包', en: 'Bread' },
  cake: { zh: '蛋糕类', en: 'Cakes' },
  BUN: { zh: '肉松面包', en: 'Pork floss bun' },
  TEA: { zh: '乌龙茶', en: 'Oolong tea' },
  MILK: { zh: '鲜牛奶', en: 'Milk' },
  EGG: { zh: '鲜鸡蛋', en: 'Eggs' },
  gold: { zh: '金卡', en: 'Gold' },
  diamond: { zh: '钻石卡', en: 'Diamond' },
}
const named = (id: string) => names[id] ?? { zh: id, en: id }

const plain: RuleWords = {
  product: named,
  category: named,
  tier: named,
  from: null,
  to: null,
  weighedInScope: 'none',
}
const bread = { scope: { categories: ['bread'] } }
const unit = '与其他单品促销互斥'
const unitEn = 'not together with other item promotions'

const promotions: [PromotionBody, string, string][] = [
  // kinds
  [
    { kind: 'special', price: 1480, scope: { skus: ['EGG'] } },
    `买「鲜鸡蛋」每件特价 ¥14.80(${unit})`,
    `Everybody gets a special price of ¥14.80 each on “Eggs” (${unitEn})`,
  ],
  [{ kind: 'special', price: 0, ...bread }, `买面包类免费(${unit})`, `Everybody gets Bread for free (${unitEn})`],
  [
    { kind: 'percent', rate: 8800, ...bread },
    `买面包类打 8.8 折(${unit})`,
    `Everybody gets 12% off on Bread (${unitEn})`,
  ],
  [{ kind: 'percent', rate: 9995 }, `全场打 9.995 折(${unit})`, `Everybody gets 0.05% off on everything (${unitEn})`],
  [{ kind: 'percent', rate: 0, ...bread }, `买面包类免费(${unit})`, `Everybody gets Bread for free (${unitEn})`],
  [
    { kind: 'percent', rate: 9000, base: 'tier', ...bread },
    `买面包类打 9 折(在会员价上再优惠;${unit})`,
    `Everybody gets 10% off on Bread (on top of the member price; ${unitEn})`,
  ],
  [
    { kind: 'nth', n: 2, rate: 5000, ...bread },
    `买面包类第二件半价(每 2 件一组,优惠给其中最便宜的一件;${unit})`,
    `Everybody gets every 2nd item at half price on Bread (in groups of 2, the cheapest of each; ${unitEn})`,
  ],
  [
    { kind: 'nth', n: 3, rate: 0 },
    `全场第三件免费(每 3 件一组,优惠给其中最便宜的一件;${unit})`,
    `Everybody gets every 3rd item free on everything (in groups of 3, the cheapest of each; ${unitEn})`,
  ],
  [
    { kind: 'nth', n: 12, rate: 7000, ...bread },
    `买面包类第 12 件 7 折(每 12 件一组,优惠给其中最便宜的一件;${unit})`,
    `Everybody gets every 12th item at 30% off on Bread (in groups of 12, the cheapest of each; ${unitEn})`,
  ],
  [
    { kind: 'buyGet', buy: 2, get: 1, ...bread },
    `买面包类每买 2 件送 1 件(每 3 件一组,送其中最便宜的 1 件;${unit})`,
    `Everybody gets 1 free for every 2 bought on Bread (in groups of 3, the cheapest 1 free; ${unitEn})`,
  ],
  [
    { kind: 'forPrice', n: 4, price: 2400, ...bread },
    `买面包类任选 4 件共 ¥24(从贵到便宜每 4 件一组;${unit})`,
    `Everybody gets any 4 for ¥24 on Bread (in groups of 4, dearest first; ${unitEn})`,
  ],
  [
    {
      kind: 'quantityRate',
      steps: [
        { at: 5, rate: 8000 },
        { at: 3, rate: 9000 },
      ],
      ...bread,
    },
    `买面包类满 3 件打 9 折、满 5 件打 8 折(达到的最高一档适用于全部件数;${unit})`,
    `Everybody gets 10% off from 3 items and 20% off from 5 items on Bread (the highest step reached counts for all of them; ${unitEn})`,
  ],
  [
    { kind: 'quantityRate', steps: [{ at: 10, rate: 0 }] },
    `全场满 10 件免费(达到的最高一档适用于全部件数;${unit})`,
    `Everybody gets free from 10 items on everything (the highest step reached counts for all of them; ${unitEn})`,
  ],
  [
    {
      kind: 'amountOff',
      steps: [
        { at: 20_000, off: 2500 },
        { at: 10_000, off: 1050 },
      ],
    },
    '整单满 ¥100 减 ¥10.50、满 ¥200 减 ¥25(只减达到的最高一档)',
    'Everybody gets ¥10.50 off from ¥100 and ¥25 off from ¥200 on the whole basket (the highest step reached)',
  ],
  [
    { kind: 'amountOff', every: 5000, off: 500, max: 2000, excludePromoted: true, group: '满减', ...bread },
    '买面包类每满 ¥50 减 ¥5,最多减 ¥20(已享单品促销的商品不计入;「满减」组的整单促销只取一个)',
    'Everybody gets ¥5 off every ¥50 on Bread, at most ¥20 (without goods that an item promotion took; one of the group “满减” only)',
  ],
  [
    { kind: 'amountOff', every: 5000, off: 500 },
    '整单每满 ¥50 减 ¥5,上不封顶',
    'Everybody gets ¥5 off every ¥50 on the whole basket',
  ],
  [
    { kind: 'orderRate', rate: 9500, at: 30_000 },
    '整单满 ¥300 打 9.5 折',
    'Everybody gets 5% off on the whole basket from ¥300',
  ],
  [{ kind: 'orderRate', rate: 0 }, '整单免费', 'Everybody gets the whole basket for free'],
  [{ kind: 'orderRate', rate: 5000 }, '整单半价', 'Everybody gets half price on the whole basket'],
  // who
  [{ kind: 'orderRate', rate: 9000, membersOnly: true }, '会员整单打 9 折', 'Members get 10% off on the whole basket'],
  [
    { kind: 'orderRate', rate: 9000, tiers: ['gold', 'diamond'] },
    '金卡、钻石卡会员整单打 9 折',
    'Gold and Diamond members get 10% off on the whole basket',
  ],
  [
    { kind: 'orderRate', rate: 9000, tags: ['街坊', 'vip'] },
    '带「街坊」或「vip」标签的会员整单打 9 折',
    'Members tagged “街坊” or “vip” get 10% off on the whole basket',
  ],
  [
    { kind: 'orderRate', rate: 9000, birthday: true, tiers: ['gold'], tags: ['vip'] },
    '生日当天的带「vip」标签的金卡会员整单打 9 折',
    'Gold members tagged “vip” on their birthday get 10% off on the whole basket',
  ],
  [
    { kind: 'orderRate', rate: 9000, birthday: false, membersOnly: false },
    '整单打 9 折',
    'Everybody gets 10% off on the whole basket',
  ],
  // when and where
  [
    { kind: 'orderRate', rate: 9000, weekdays: [6, 3], hours: [['10:00', '14:00']] },
    '每周三、周六 10:00–14:00,整单打 9 折',
    'Every Wed and Sat 10:00–14:00: everybody gets 10% off on the whole basket',
  ],
  [
    { kind: 'orderRate', rate: 9000, weekdays: [1, 2, 3, 4, 5, 7] },
    '每周一至周五、周日,整单打 9 折',
    'Every Mon–Fri and Sun: everybody gets 10% off on the whole basket',
  ],
  [
    {
      kind: 'orderRate',
      rate: 9000,
      hours: [
        ['07:00', '09:00'],
        ['20:00', '24:00'],
      ],
    },
    '每天 07:00–09:00、20:00–24:00,整单打 9 折',
    'Daily 07:00–09:00 and 20:00–24:00: everybody gets 10% off on the whole basket',
  ],
  [
    { kind: 'orderRate', rate: 9000, stores: ['S001', 'S002'] },
    '限门店 S001、S002,整单打 9 折',
    'At stores S001 and S002: everybody gets 10% off on the whole basket',
  ],
  // what
  [
    { kind: 'percent', rate: 9000, scope: { categories: ['bread', 'cake'], skus: ['TEA'], except: ['BUN'] } },
    `买面包类、蛋糕类和「乌龙茶」(「肉松面包」除外)打 9 折(${unit})`,
    `Everybody gets 10% off on Bread, Cakes and “Oolong tea” except “Pork floss bun” (${unitEn})`,
  ],
  [
    { kind: 'percent', rate: 9000, scope: { skus: ['BUN', 'TEA', 'MILK', 'EGG', 'X'] } },
    `买「肉松面包」「乌龙茶」「鲜牛奶」等 5 种商品打 9 折(${unit})`,
    `Everybody gets 10% off on “Pork floss bun”, “Oolong tea”, “Milk” and 2 more (${unitEn})`,
  ],
  [
    { kind: 'orderRate', rate: 9000, scope: { except: ['BUN', 'TEA', 'MILK', 'EGG'] } },
    '整单(「肉松面包」「乌龙茶」「鲜牛奶」等 4 种商品除外)打 9 折',
    'Everybody gets 10% off on the whole basket except “Pork floss bun”, “Oolong tea”, “Milk” and 1 more',
  ],
  // the example of the rules screen
  [
    { kind: 'nth', n: 2, rate: 5000, weekdays: [3, 6], hours: [['10:00', '14:00']], tiers: ['gold'], ...bread },
    `每周三、周六 10:00–14:00,金卡会员买面包类第二件半价(每 2 件一组,优惠给其中最便宜的一件;${unit})`,
    `Every Wed and Sat 10:00–14:00: Gold members get every 2nd item at half price on Bread (in groups of 2, the cheapest of each; ${unitEn})`,
  ],
]

const templates: [CouponTemplateBody, string, string][] = [
  [
    { kind: 'amountOff', steps: [{ at: 5000, off: 500 }], stackable: true },
    '凭券整单满 ¥50 减 ¥5(同种券可叠加)',
    'With the coupon, everybody gets ¥5 off from ¥50 on the whole basket (several of them can be used together)',
  ],
  [
    { kind: 'amountOff', steps: [{ at: 1, off: 500 }], withPromotions: false },
    '凭券整单立减 ¥5(不与任何促销同用;同种券每单限一张)',
    'With the coupon, everybody gets ¥5 off on the whole basket (not together with any promotion; one of them a sale)',
  ],
  [
    { kind: 'orderRate', rate: 8800, at: 5000, maxOff: 3000, withTier: false, membersOnly: true },
    '会员凭券整单满 ¥50 打 8.8 折,最多减 ¥30(用券时不享会员价;同种券每单限一张)',
    'With the coupon, members get 12% off on the whole basket from ¥50, at most ¥30 (member prices are off with it; one of them a sale)',
  ],
  [
    { kind: 'product', scope: { skus: ['TEA', 'MILK'] }, excludePromoted: true },
    '凭券买「乌龙茶」「鲜牛奶」最贵的一件免费(已享单品促销的商品不计入;同种券每单限一张)',
    'With the coupon, everybody gets the dearest item of “Oolong tea” and “Milk” free (without goods that an item promotion took; one of them a sale)',
  ],
]

test.each(promotions)('%j', (body, zh, en) => {
  expect(ruleSentence({ kind: 'promotion', body }, plain)).toEqual({ zh, en })
})

test.each(templates)('coupon %j', (body, zh, en) => {
  expect(ruleSentence({ kind: 'coupon-template', body }, plain)).toEqual({ zh, en })
})

const end = (text: string, wholeDay: boolean): PeriodEnd => ({ civil: civilOf(Date.parse(text), 480), wholeDay })
const day = (text: string): PeriodEnd => end(`${text}T00:00:00+08:00`, true)

test.each<[PeriodEnd | null, PeriodEnd | null, string, string]>([
  [day('2026-11-01'), day('2026-11-30'), '2026年11月1日至11月30日,', '1 Nov to 30 Nov 2026: '],
  [day('2026-11-01'), day('2027-02-03'), '2026年11月1日至2027年2月3日,', '1 Nov 2026 to 3 Feb 2027: '],
  [day('2026-11-11'), day('2026-11-11'), '2026年11月11日当天,', 'On 11 Nov 2026: '],
  [day('2026-11-01'), null, '2026年11月1日起,', 'From 1 Nov 2026: '],
  [null, end('2026-11-01T23:59:59+08:00', false), '截至2026年11月1日 23:59:59,', 'Until 1 Nov 2026 23:59:59: '],
  [
    end('2026-11-01T09:30:00+08:00', false),
    end('2026-11-01T18:00:00+08:00', false),
    '2026年11月1日 09:30至11月1日 18:00,',
    '1 Nov 09:30 to 1 Nov 2026 18:00: ',
  ],
])('the period %j to %j', (from, to, zh, en) => {
  const sentence = ruleSentence({ kind: 'promotion', body: { kind: 'orderRate', rate: 9000 } }, { ...plain, from, to })
  expect(sentence).toEqual({ zh: `${zh}整单打 9 折`, en: `${en}everybody gets 10% off on the whole basket` })
})

test.each(['some', 'all'] as const)('a special price of weighed goods (%s)', (weighedInScope) => {
  const body: PromotionBody = { kind: 'special', price: 990, ...bread }
  const { zh } = ruleSentence({ kind: 'promotion', body }, { ...plain, weighedInScope })
  expect(zh).toBe(`买面包类${{ some: '每件(称重商品每公斤)', all: '每公斤' }[weighedInScope]}特价 ¥9.90(${unit})`)
})

test('a draft with empty lists is read back too: the list of problems says that it never holds', () => {
  const body: PromotionBody = {
    kind: 'percent',
    rate: 9000,
    weekdays: [],
    hours: [],
    tiers: [],
    tags: [],
    stores: [],
    scope: { skus: [], categories: [] },
  }
  expect(ruleSentence({ kind: 'promotion', body }, plain).zh).toBe(
    `(未选星期) (未填时段),(未选门店),带(未选)标签的(未选等级)会员买(未选商品)打 9 折(${unit})`,
  )
})

test('what is not understood', () => {
  expect(notUnderstoodSentence('lottery', 'kind').zh).toContain('lottery')
  expect(notUnderstoodSentence('percent', 'weather').en).toContain('weather')
})
