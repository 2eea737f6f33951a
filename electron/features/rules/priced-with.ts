/** What a receipt was priced with: the versions that its row in the chain names, whatever became of the rules since. */
import type { PricedWithRule } from '../../../shared/contract/rules.ts'
import type { Label } from '../../../shared/contract/primitives.ts'
import type { Promotion } from '../../../shared/domain/pricing/types.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import type { PriceFacts } from '../../store/rule-store.ts'
import type { SaleRecord, StoredAdjustment } from '../../store/sale-store.ts'
import { bodyOf } from './rule-view.ts'
import { publishedSentence, sentenceOf } from './rule-words.ts'

export interface PricedWith {
  readonly saleId: string
  readonly receiptNo: string
  readonly at: number
  readonly exact: boolean
  readonly rules: PricedWithRule[]
}

type Applied = PriceFacts['applied'][number]

/** Refuses with not-signed-in, not-permitted, sale-unknown. */
export function pricedWith(core: Core, saleId: string): Result<PricedWith> {
  const allowed = requirePermission(core, 'receipt.reprint')
  if (!allowed.ok) return allowed
  const sale = core.stores.sales.read(saleId)
  const price = sale === undefined ? undefined : core.stores.rules.priceFacts(sale.document.seq)
  if (sale === undefined || price === undefined) return refuse('sale-unknown')
  const { receiptNo, at } = sale.document
  const names = namesThen(sale)
  const rules = price.applied.map((applied) => ({
    ...ruleThen(core, price, applied),
    name: names.get(applied.id) ?? { zh: applied.id, en: applied.id },
    amountFen: applied.amount,
  }))
  return ok({ saleId, receiptNo, at, exact: price.exact, rules })
}

function ruleThen(core: Core, price: PriceFacts, applied: Applied): Omit<PricedWithRule, 'name' | 'amountFen'> {
  const adHoc = price.adHocPromotions?.find(({ id }) => id === applied.id)
  if (adHoc !== undefined) return adHocRule(core, adHoc)
  const coupon = applied.kind === 'coupon' ? price.coupons.find(({ id }) => id === applied.id) : undefined
  const { ruleId, version } =
    coupon === undefined
      ? { ruleId: applied.id, version: applied.version }
      : { ruleId: coupon.template, version: coupon.version }
  const rule = core.stores.rules.version(ruleId, version)
  if (rule === undefined) throw new Error(`version ${version} of the rule ${ruleId} is not there`)
  return {
    ruleId,
    kind: applied.kind,
    version,
    versionAt: rule.at,
    body: bodyOf(rule),
    sentence: sentenceOf(core, rule),
  }
}

function adHocRule(core: Core, { id, ...body }: Promotion): Omit<PricedWithRule, 'name' | 'amountFen'> {
  const sentence = publishedSentence(core, { kind: 'promotion', body })
  return { ruleId: id, kind: 'ad-hoc', version: null, versionAt: null, body: { ...body }, sentence }
}

/** The words that the shop used that day, as the receipt has them. */
function namesThen({ lines }: SaleRecord): ReadonlyMap<string, Label> {
  const adjustments = lines.flatMap((line) => JSON.parse(line.adjustments) as StoredAdjustment[])
  return new Map(adjustments.map(({ source, zh, en }) => [source, { zh, en }]))
}
