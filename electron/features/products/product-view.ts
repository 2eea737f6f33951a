/** Products as tiles and as a manager's form. */
import type { ProductEdit, ProductView } from '../../../shared/contract/back-office.ts'
import { whyNot, type Occasion } from '../../../shared/domain/pricing/eligibility.ts'
import { instantOfMs } from '../../../shared/domain/pricing/instant.ts'
import type { PricingMember } from '../../../shared/domain/pricing/types.ts'
import type { Core } from '../../core.ts'
import type { ProductRecord } from '../../store/catalog-store.ts'

const NO_COLOR = '#a39c8f'
/** Somebody of whom nothing is known: what only some members get is not promised to all. */
const ANY_MEMBER: PricingMember = { id: '' }

/** Shows many products for one moment. */
export function productViews(core: Core, products: readonly ProductRecord[]): ProductView[] {
  const offerOf = offerFinder(core)
  return products.map((product) => ({
    sku: product.sku,
    name: { zh: product.nameZh, en: product.nameEn === '' ? product.nameZh : product.nameEn },
    barcode: product.barcode,
    categoryId: product.categoryId,
    color: core.catalog.category(product.categoryId)?.color ?? NO_COLOR,
    unit: product.unit,
    countable: product.countable,
    openPrice: product.openPrice,
    priceFen: product.priceFen,
    memberPriceFen: product.memberPriceFen,
    favourite: product.favourite,
    offer: offerOf(product.sku),
  }))
}

export function productEdit(product: ProductRecord): ProductEdit {
  const { sku, nameZh, nameEn, barcode, plu, categoryId, unit, countable, openPrice, priceFen, memberPriceFen } =
    product
  const { costFen, taxRateBp, discountable, pointsEligible, favourite, disabled } = product
  return {
    sku,
    nameZh,
    nameEn,
    barcode,
    plu,
    categoryId,
    unit,
    countable,
    openPrice,
    priceFen,
    memberPriceFen,
    costFen,
    taxRateBp,
    discountable,
    pointsEligible,
    favourite,
    disabled,
  }
}

/** The first promotion in acting order that holds now, names this product or its category, and is meant for anybody. */
function offerFinder(core: Core): (sku: string) => ProductView['offer'] {
  const book = core.catalog.priceBook()
  const now = instantOfMs(core.clock.now())
  const storeTime = book.storeTime(now)
  const occasion: Occasion = { now, store: book.store, member: ANY_MEMBER, storeTime: () => storeTime }
  const shown = book.offers.map(
    ({ id, stage, scope, eligibility }) =>
      (stage === 'unit' && (scope.skus !== null || scope.categories !== null) && whyNot(eligibility, occasion) === null
        ? core.catalog.label(id)
        : undefined) ?? null,
  )
  return (sku) => {
    const product = book.products.get(sku)
    if (product === undefined) return null
    const place = book.offersFor(product).find((index) => shown[index] !== null)
    return place === undefined ? null : (shown[place] ?? null)
  }
}
