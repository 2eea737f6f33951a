/**
 * The short name that a rule's goods and figures suggest: 面包第二件半价, 满 100 减 10. A shop may give it another.
 */
import type { Label } from '../../../../shared/contract/primitives.ts'
import { yuanShort } from '../../../kit/money-text.ts'
import { percentText, rateText } from './rate-text.ts'
import type { OfferKind, RuleBody } from './rule-draft.ts'

const MAX_LENGTH = 60
/** a threshold that every sale reaches */
const LEAST_FEN = 1

/** `goods`: what a rule for a single thing is for; null where it is for several or for everything. */
export function suggestedName(kind: OfferKind, body: RuleBody, goods: Label | null): Label {
  const figures = nameOfBody(body)
  const space = /^\d/.test(figures.zh) ? ' ' : ''
  const zh = goods === null ? figures.zh : `${goods.zh}${space}${figures.zh}`
  const en = goods === null ? figures.en : `${goods.en === '' ? goods.zh : goods.en}: ${figures.en}`
  const coupon = kind === 'coupon-template' && body.kind !== 'product'
  return {
    zh: (coupon ? `${zh}${/\d$/.test(zh) ? ' ' : ''}券` : zh).slice(0, MAX_LENGTH),
    en: (coupon ? `${en} coupon` : en).slice(0, MAX_LENGTH),
  }
}

function nameOfBody(body: RuleBody): Label {
  switch (body.kind) {
    case 'special':
      return { zh: `特价 ${yuan(body.price)} 元`, en: `Special ¥${yuan(body.price)}` }
    case 'percent':
      return rate(body.rate)
    case 'nth':
      return nth(body.n, body.rate)
    case 'buyGet':
      return { zh: `买 ${body.buy} 送 ${body.get}`, en: `Buy ${body.buy} get ${body.get}` }
    case 'forPrice':
      return { zh: `${body.n} 件 ${yuan(body.price)} 元`, en: `${body.n} for ¥${yuan(body.price)}` }
    case 'quantityRate':
      return joined(
        body.steps.map((step) => {
          const words = rate(step.rate)
          return { zh: `${step.at} 件 ${words.zh}`, en: `${step.at} pcs ${words.en}` }
        }),
      )
    case 'amountOff':
      return amountOff(body)
    case 'orderRate': {
      const words = rate(body.rate)
      if (body.at === undefined || body.at === 0) return { zh: `整单 ${words.zh}`, en: `Order ${words.en}` }
      return { zh: `满 ${yuan(body.at)} 打 ${words.zh}`, en: `${words.en} from ¥${yuan(body.at)}` }
    }
    case 'product':
      return { zh: '兑换券', en: 'Product coupon' }
  }
}

function amountOff(body: Extract<RuleBody, { kind: 'amountOff' }>): Label {
  if (body.steps !== undefined) {
    return joined(
      body.steps.map(({ at, off }) =>
        at <= LEAST_FEN
          ? { zh: `立减 ${yuan(off)} 元`, en: `¥${yuan(off)} off` }
          : { zh: `满 ${yuan(at)} 减 ${yuan(off)}`, en: `¥${yuan(off)} off ¥${yuan(at)}` },
      ),
    )
  }
  const [every, off] = [yuan(body.every ?? 0), yuan(body.off ?? 0)]
  return { zh: `每满 ${every} 减 ${off}`, en: `¥${off} off every ¥${every}` }
}

const yuan = (fen: number): string => yuanShort(fen)

function nth(n: number, paid: number): Label {
  const what = paid === 5000 ? '半价' : paid === 0 ? '免费' : ` ${rateText(paid)} 折`
  return { zh: `${n === 2 ? '第二件' : `第 ${n} 件`}${what}`, en: `No. ${n} at ${percentText(paid)}%` }
}

function rate(paid: number): Label {
  if (paid === 0) return { zh: '免费', en: 'free' }
  return { zh: `${rateText(paid)} 折`, en: `${percentText(10_000 - paid)}% off` }
}

const joined = (labels: readonly Label[]): Label => ({
  zh: labels.map(({ zh }) => zh).join(','),
  en: labels.map(({ en }) => en).join(', '),
})
