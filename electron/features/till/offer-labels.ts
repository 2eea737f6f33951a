/** What a reduction is called, and of which kind it is: the words that ticket, receipt and every explanation share. */
import type { ReductionKind } from '../../../shared/contract/why.ts'
import type { Label } from '../../../shared/contract/primitives.ts'
import { parseAdHocId } from '../../../shared/domain/basket/ad-hoc.ts'
import { mulDiv } from '../../../shared/domain/money.ts'
import { adHocLabel, fixedLabels, named, tierLabel } from '../../../shared/text/offers.ts'
import type { Core } from '../../core.ts'

/** The words of one reduction. */
export function sourceLabel(core: Core, source: string, line: { sku: string } | null): Label {
  if (source === 'manual' || source === 'points' || source === 'rounding' || source === 'member')
    return fixedLabels[source]
  if (source.startsWith('tier:')) return tierSourceLabel(core, source.slice(5), line)
  const given = parseAdHocId(source)
  if (given !== null) return adHocLabel(given.kind, given.value)
  const offer = core.catalog.label(source)
  if (offer !== undefined) return offer
  const coupon = core.stores.members.coupon(source)
  return (coupon === undefined ? undefined : core.catalog.label(coupon.templateId)) ?? { zh: source, en: source }
}

/** A tier's reduction is the member price where that is the lower one. */
function tierSourceLabel(core: Core, tierId: string, line: { sku: string } | null): Label {
  const tier = core.catalog.tier(tierId)
  if (tier === undefined || tier.rate === 10_000) return fixedLabels.member
  const product = line === null ? undefined : core.catalog.product(line.sku)
  const byRate = product === undefined ? 0 : mulDiv(product.priceFen, tier.rate, 10_000, 'half-up')
  if (product?.memberPriceFen !== null && product !== undefined && product.memberPriceFen < byRate)
    return fixedLabels.member
  return tierLabel({ zh: tier.nameZh, en: tier.nameEn }, tier.rate)
}

export function reductionKind(core: Core, source: string): ReductionKind {
  if (source === 'manual' || source === 'points' || source === 'rounding') return source
  if (source === 'member' || source.startsWith('tier:')) return 'tier'
  if (parseAdHocId(source) !== null) return 'discount'
  return core.catalog.priceBook().offerById.has(source) ? 'promotion' : 'coupon'
}

/** Names in a row, as a sentence has them: 「满 100 减 10」「整单 9 折」 */
export function namesOf(core: Core, ids: readonly string[], between: Label = { zh: '', en: ', ' }): Label {
  const labels = ids.map((id) => named(sourceLabel(core, id, null)))
  return { zh: labels.map(({ zh }) => zh).join(between.zh), en: labels.map(({ en }) => en).join(between.en) }
}
