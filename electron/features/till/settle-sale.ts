/**
 * What of a sale is settled as soon as its price is: its lines and every input of the price, written out while the customer
 * gets the money ready, and once for each price.
 *
 * Properties stand in canonical order, which lets them be written at one go (store/canonical.ts). Personal fields stay out:
 * of a birthday only whether it was then.
 */
import { adHocId } from '../../../shared/domain/basket/ad-hoc.ts'
import type { Order, OrderLine } from '../../../shared/domain/basket/order.ts'
import type { QuoteLine } from '../../../shared/domain/pricing/types.ts'
import type { Core } from '../../core.ts'
import { canonical, encoded, type CanonicalBytes, type CanonicalText, type Json } from '../../store/canonical.ts'
import { DigestedContent } from '../../store/commit.ts'
import type { DocumentLineRow, StoredAdjustment } from '../../store/sale-store.ts'
import { isBirthday } from './member-context.ts'
import { sourceLabel } from './offer-labels.ts'
import type { PricedOrder } from './price-order.ts'

export interface SettledSale {
  /** of the command that completes it */
  readonly content: DigestedContent
  /** each writes the row of its line, inside the sale's commit */
  readonly rows: readonly (() => void)[]
  /** parts of the payload */
  readonly choices: CanonicalText
  readonly discounts: CanonicalText
  readonly lines: CanonicalBytes
  readonly manual: CanonicalText
  readonly price: CanonicalBytes
}

const settled = new WeakMap<PricedOrder, SettledSale>()

export function settleSale(core: Core, order: Order, priced: PricedOrder): SettledSale {
  const known = settled.get(priced)
  if (known !== undefined) return known
  const lines = order.lines.map((line, ordinal) => saleLine(core, line, priced.quote.lines[ordinal], ordinal))
  const made: SettledSale = {
    content: new DigestedContent({ orderId: order.orderId, what: 'complete' }),
    rows: lines.map((line) => {
      const adjustments = canonical(line.adjustments as unknown as Json)
      return core.stores.sales.lineOf({ ...line, documentId: order.orderId, adjustments })
    }),
    choices: canonical(forcedPromotions(order)),
    discounts: canonical(givenDiscounts(order, priced)),
    lines: encoded(canonical(lines as unknown as Json)),
    manual: canonical(manualPrices(order)),
    price: encoded(canonical(priceFacts(core, order, priced))),
  }
  settled.set(priced, made)
  return made
}

/** A line as the chain has it. */
type SaleLine = Omit<DocumentLineRow, 'documentId' | 'adjustments'> & {
  readonly adjustments: readonly StoredAdjustment[]
}

function saleLine(core: Core, line: OrderLine, quoted: QuoteLine | undefined, ordinal: number): SaleLine {
  const product = core.catalog.product(line.sku)
  if (product === undefined || quoted === undefined) throw new Error(`line ${line.line} of an unknown product`)
  return {
    adjustments: quoted.adjustments.map(({ source, amount }) => {
      const { zh, en } = sourceLabel(core, source, line)
      return { amountFen: amount, en, source, zh }
    }),
    countable: product.countable,
    grossFen: quoted.gross,
    line: line.line,
    nameEn: product.nameEn,
    nameZh: product.nameZh,
    netFen: quoted.net,
    ordinal,
    qty: line.qty,
    servedBy: line.servedBy,
    sku: line.sku,
    taxRateBp: product.taxRateBp,
    unit: product.unit,
    unitPriceFen: line.manual?.priceFen ?? line.openPriceFen ?? product.priceFen,
  }
}

function manualPrices(order: Order): Json {
  return order.lines.flatMap(({ line, manual }) => {
    if (manual === null) return []
    const { approvedBy, priceFen, reason } = manual
    return [{ approvedBy, line, priceFen, reason }]
  })
}

/** Promotions that somebody forced or left out, and who said yes. */
function forcedPromotions(order: Order): Json {
  return Object.entries(order.promotionChoices).map(([id, { approvedBy, choice }]) => ({ approvedBy, choice, id }))
}

/** Whole-order discounts with what each took off here. */
function givenDiscounts(order: Order, { quote }: PricedOrder): Json {
  return order.adHoc.flatMap((discount) => {
    const { approvedBy, kind, lossFen, reason, value } = discount
    const id = adHocId(discount)
    const amount = quote.applied.find((applied) => applied.id === id)?.amount
    // 抹零 of a total that is whole by now
    return amount === undefined ? [] : [{ amount, approvedBy, id, kind, lossFen, reason, value }]
  })
}

/** Every input of the price, by versions where they have one. */
function priceFacts(core: Core, order: Order, { at, pricing, quote, member }: PricedOrder): Json {
  const versionOf = (offerId: string): number => core.catalog.offer(offerId)?.version ?? 0
  return {
    // as the engine had them; properties in canonical order
    adHocPromotions: (pricing.adHocPromotions ?? []) as unknown as Json,
    applied: quote.applied.map(({ amount, id, kind }) => ({ amount, id, kind, version: versionOf(id) })),
    at,
    coupons: pricing.coupons.map(({ id, template }) => ({ id, template, version: versionOf(template) })),
    exact: quote.exact,
    forbidden: [...pricing.forbidden],
    goods: order.lines.map((line) => goodsFacts(core, line)),
    member:
      member === null
        ? null
        : {
            birthdayToday: isBirthday(core, member.row.birthday, at),
            points: member.points,
            tags: [...member.tags],
            tier: member.tierId,
          },
    pinned: [...pricing.pinned],
    pointsEarned: quote.points.earned,
    pointsValueFen: quote.points.value,
    redeemPoints: pricing.redeemPoints,
    rulesSeq: core.catalog.rulesSeq(),
  }
}

function goodsFacts(core: Core, line: OrderLine): Json {
  const product = core.catalog.product(line.sku)
  if (product === undefined) throw new Error(`line ${line.line} of an unknown product`)
  const { categoryId, countable, discountable, memberPriceFen, pointsEligible, priceFen, sku } = product
  return {
    categoryId,
    countable,
    discountable,
    memberPriceFen,
    pointsEligible,
    priceFen: line.openPriceFen ?? priceFen,
    sku,
  }
}
