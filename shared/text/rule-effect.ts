/** What a rule takes off, kind by kind, and how it gets on with other rules. */
import type { AmountOffFields } from '../domain/pricing/types.ts'
import type { CouponTemplateBody, PromotionBody, PublishedBody } from '../domain/rules/rule.ts'
import { listEn, type RuleWords, type Words } from './rule-occasion.ts'

type Body = PublishedBody['body']

const DIGITS_ZH = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const

/** zh follows '买面包类' or '整单'; en follows 'members get', with {on} or {what} in the place of what it is on. */
export function effectWords(body: Body, words: RuleWords): Words {
  switch (body.kind) {
    case 'special':
      return specialWords(body.price, words)
    case 'percent':
      return { zh: paidZh(body.rate), en: onWhat(offEn(body.rate)) }
    case 'nth':
      return {
        zh: `第${ordinalZh(body.n)}件${spaced(priceZh(body.rate))}`,
        en: `every ${ordinalEn(body.n)} item ${atEn(body.rate)}{on}`,
      }
    case 'buyGet':
      return { zh: `每买 ${body.buy} 件送 ${body.get} 件`, en: `${body.get} free for every ${body.buy} bought{on}` }
    case 'forPrice':
      return { zh: `任选 ${body.n} 件共 ${yuan(body.price)}`, en: `any ${body.n} for ${yuan(body.price)}{on}` }
    case 'quantityRate':
      return {
        zh: byThreshold(body.steps)
          .map(({ at, rate }) => `满 ${at} 件${paidZh(rate)}`)
          .join('、'),
        en: `${listEn(byThreshold(body.steps).map(({ at, rate }) => `${rate === 0 ? 'free' : offEn(rate)} from ${at} items`))}{on}`,
      }
    case 'amountOff':
      return amountOffWords(body)
    case 'orderRate':
      return orderRateWords(body.rate, body.at ?? 0, 'maxOff' in body ? body.maxOff : undefined)
    case 'product':
      return { zh: '最贵的一件免费', en: 'the dearest item of {what} free' }
  }
}

/** How it counts, and what it cannot be used with; each a clause. */
export function clauseWords({ kind, body }: PublishedBody): Words[] {
  const clauses = countingClauses(body)
  if (kind === 'promotion') clauses.push(...promotionClauses(body))
  else clauses.push(...couponClauses(body))
  return clauses
}

function countingClauses(body: Body): Words[] {
  if (body.kind === 'nth') {
    return [{ zh: `每 ${body.n} 件一组,优惠给其中最便宜的一件`, en: `in groups of ${body.n}, the cheapest of each` }]
  }
  if (body.kind === 'buyGet') {
    const size = body.buy + body.get
    return [
      {
        zh: `每 ${size} 件一组,送其中最便宜的 ${body.get} 件`,
        en: `in groups of ${size}, the cheapest ${body.get} free`,
      },
    ]
  }
  if (body.kind === 'forPrice')
    return [{ zh: `从贵到便宜每 ${body.n} 件一组`, en: `in groups of ${body.n}, dearest first` }]
  if (body.kind === 'quantityRate')
    return [{ zh: '达到的最高一档适用于全部件数', en: 'the highest step reached counts for all of them' }]
  if (body.kind === 'amountOff' && (body.steps?.length ?? 0) > 1)
    return [{ zh: '只减达到的最高一档', en: 'the highest step reached' }]
  return []
}

function promotionClauses(body: PromotionBody): Words[] {
  if (body.kind !== 'amountOff' && body.kind !== 'orderRate') {
    const base = body.base === 'tier' ? [{ zh: '在会员价上再优惠', en: 'on top of the member price' }] : []
    return [...base, { zh: '与其他单品促销互斥', en: 'not together with other item promotions' }]
  }
  const clauses: Words[] = []
  if (body.excludePromoted === true) clauses.push(WITHOUT_PROMOTED)
  if (body.group !== undefined) {
    clauses.push({ zh: `「${body.group}」组的整单促销只取一个`, en: `one of the group “${body.group}” only` })
  }
  return clauses
}

function couponClauses(body: CouponTemplateBody): Words[] {
  const clauses: Words[] = []
  if (body.excludePromoted === true) clauses.push(WITHOUT_PROMOTED)
  if (body.withPromotions === false) clauses.push({ zh: '不与任何促销同用', en: 'not together with any promotion' })
  if (body.withTier === false) clauses.push({ zh: '用券时不享会员价', en: 'member prices are off with it' })
  clauses.push(
    body.stackable === true
      ? { zh: '同种券可叠加', en: 'several of them can be used together' }
      : { zh: '同种券每单限一张', en: 'one of them a sale' },
  )
  return clauses
}

const WITHOUT_PROMOTED: Words = { zh: '已享单品促销的商品不计入', en: 'without goods that an item promotion took' }

function specialWords(price: number, { weighedInScope }: RuleWords): Words {
  const zh = { none: '每件', some: '每件(称重商品每公斤)', all: '每公斤' }[weighedInScope]
  const en = { none: 'each', some: 'each (by weight: a kilogram)', all: 'a kilogram' }[weighedInScope]
  return price === 0
    ? { zh: '免费', en: '{what} for free' }
    : { zh: `${zh}特价 ${yuan(price)}`, en: `a special price of ${yuan(price)} ${en}{on}` }
}

function amountOffWords({ steps, every, off, max }: AmountOffFields): Words {
  if (steps === undefined) {
    const most =
      max === undefined ? { zh: ',上不封顶', en: '' } : { zh: `,最多减 ${yuan(max)}`, en: `, at most ${yuan(max)}` }
    return {
      zh: `每满 ${yuan(every ?? 0)} 减 ${yuan(off ?? 0)}${most.zh}`,
      en: `${yuan(off ?? 0)} off every ${yuan(every ?? 0)}{on}${most.en}`,
    }
  }
  const placed = byThreshold(steps)
  return {
    zh: placed
      .map((step) => (step.at <= 1 ? `立减 ${yuan(step.off)}` : `满 ${yuan(step.at)} 减 ${yuan(step.off)}`))
      .join('、'),
    en: `${listEn(placed.map((step) => amountStepEn(step.at, yuan(step.off))))}{on}`,
  }
}

function amountStepEn(at: number, off: string): string {
  return at <= 1 ? `${off} off` : `${off} off from ${yuan(at)}`
}

function orderRateWords(rate: number, at: number, maxOff: number | undefined): Words {
  const from = at <= 1 ? { zh: '', en: '' } : { zh: `满 ${yuan(at)} `, en: ` from ${yuan(at)}` }
  const most =
    maxOff === undefined ? { zh: '', en: '' } : { zh: `,最多减 ${yuan(maxOff)}`, en: `, at most ${yuan(maxOff)}` }
  return { zh: `${from.zh}${paidZh(rate)}${most.zh}`, en: `${onWhat(offEn(rate))}${from.en}${most.en}` }
}

function byThreshold<Step extends { readonly at: number }>(steps: readonly Step[]): Step[] {
  return [...steps].sort((a, b) => a.at - b.at)
}

/** '打 8.8 折', '半价', '免费' */
function paidZh(rate: number): string {
  return rate === 0 || rate === 5000 ? priceZh(rate) : `打 ${priceZh(rate)}`
}

/** '8.8 折', '半价', '免费'; every rate exactly. */
function priceZh(rate: number): string {
  if (rate === 0) return '免费'
  return rate === 5000 ? '半价' : `${rate / 1000} 折`
}

const FREE_EN = '{what} for free'

/** What is free says itself what it is. */
function onWhat(effect: string): string {
  return effect === FREE_EN ? effect : `${effect}{on}`
}

/** 第三件 7 折, but 第二件半价 */
function spaced(words: string): string {
  return /^\d/.test(words) ? ` ${words}` : words
}

function offEn(rate: number): string {
  if (rate === 0) return FREE_EN
  return rate === 5000 ? 'half price' : `${(10_000 - rate) / 100}% off`
}

function atEn(rate: number): string {
  if (rate === 0) return 'free'
  return rate === 5000 ? 'at half price' : `at ${(10_000 - rate) / 100}% off`
}

function ordinalZh(n: number): string {
  return DIGITS_ZH[n] ?? ` ${n} `
}

function ordinalEn(n: number): string {
  const tens = n % 100
  const suffix = tens >= 11 && tens <= 13 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[n % 10] ?? 'th')
  return `${n}${suffix}`
}

/** ¥24, ¥14.80 */
function yuan(amountFen: number): string {
  const digits = String(amountFen).padStart(3, '0')
  const [whole, rest] = [digits.slice(0, -2), digits.slice(-2)]
  return rest === '00' ? `¥${whole}` : `¥${whole}.${rest}`
}
