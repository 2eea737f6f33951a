/** Vendure's OrderCalculator with its own promotion actions and conditions, on orders that lie in memory. */
import type { LoadPeer } from './install-peers.ts'
import type { Peer } from './peer.ts'
import type { SharedBasket, SharedRule, SharedShop } from './shared-rules.ts'

interface Order {
  readonly subTotal: number
  readonly lines: readonly object[]
}

interface Calculator {
  applyPriceAdjustments(context: object, order: Order, promotions: readonly object[]): Promise<Order>
}

type Make<Instance> = new (input: object) => Instance

interface Entities {
  readonly Channel: Make<object>
  readonly Order: Make<Order>
  readonly OrderLine: Make<object>
  readonly ProductVariant: Make<object>
  readonly Promotion: Make<object>
  readonly TaxCategory: Make<{ readonly id: string }>
  readonly TaxRate: Make<object>
  readonly Zone: Make<object>
}

interface Config {
  readonly taxOptions: object
  readonly orderOptions: object
}

const DIST = '@vendure/core/dist'
const PROMOTION = `${DIST}/config/promotion`

export function vendure(load: LoadPeer, { baskets, rules }: SharedShop): Peer {
  load('reflect-metadata')
  const { resetConfig } = load(`${DIST}/config/config-helpers.js`) as { readonly resetConfig: () => void }
  // Rounding of money reads the configuration of the process.
  resetConfig()
  const entities = load(`${DIST}/entity/index.js`) as Entities
  const { version } = load('@vendure/core/package.json') as { version: string }
  const zone = new entities.Zone({ id: '1', name: 'zone', members: [] })
  const category = new entities.TaxCategory({ id: '1', name: 'untaxed' })
  const calculator = calculatorOf(load, entities, zone, category)
  const promotions = promotionsOf(load, entities, rules)
  const orders = baskets.map((basket, place) => orderOf(entities, category, basket, place))
  const context = contextOf(load, entities, zone)
  return {
    name: `@vendure/core ${version}`,
    does: 'OrderCalculator.applyPriceAdjustments, its own actions and conditions, tax rate 0; without its database',
    async toPayFen(place) {
      return (await calculator.applyPriceAdjustments(context, orders[place]!, promotions)).subTotal
    },
  }
}

function contextOf(load: LoadPeer, { Channel }: Entities, zone: object): object {
  const { RequestContext } = load(`${DIST}/api/common/request-context.js`) as { RequestContext: Make<object> }
  const channel = new Channel({
    id: '1',
    code: 'till',
    token: 'till',
    currencyCode: 'CNY',
    defaultLanguageCode: 'zh_Hans',
    defaultTaxZone: zone,
    pricesIncludeTax: false,
  })
  return new RequestContext({
    apiType: 'admin',
    channel,
    isAuthorized: true,
    authorizedAsOwnerOnly: false,
    session: {},
  })
}

function calculatorOf(load: LoadPeer, { TaxRate }: Entities, zone: object, category: object): Calculator {
  const { defaultConfig } = load(`${DIST}/config/default-config.js`) as { defaultConfig: Config }
  const { OrderCalculator } = load(`${DIST}/service/helpers/order-calculator/order-calculator.js`) as {
    OrderCalculator: new (...services: object[]) => Calculator
  }
  const untaxed = new TaxRate({ id: '1', name: 'untaxed', value: 0, enabled: true, zone, category })
  const notShipped = (): never => {
    throw new Error('a till ships nothing')
  }
  return new OrderCalculator(
    {
      taxOptions: { ...defaultConfig.taxOptions, taxZoneStrategy: { determineTaxZone: () => zone } },
      orderOptions: defaultConfig.orderOptions,
    },
    { getAllWithMembers: () => Promise.resolve([zone]) },
    { getApplicableTaxRate: () => Promise.resolve(untaxed) },
    { findOne: notShipped },
    { getEligibleShippingMethods: notShipped },
    { get: (_context: object, _key: string, make: () => unknown) => make() },
  )
}

function orderOf(entities: Entities, category: { id: string }, basket: SharedBasket, place: number): Order {
  return new entities.Order({
    id: String(place),
    code: String(place),
    couponCodes: [],
    modifications: [],
    promotions: [],
    shippingLines: [],
    surcharges: [],
    lines: basket.map(
      ({ sku, pieces, priceFen }, index) =>
        new entities.OrderLine({
          id: String(index),
          adjustments: [],
          initialListPrice: priceFen,
          listPrice: priceFen,
          listPriceIncludesTax: false,
          orderPlacedQuantity: 0,
          productVariant: new entities.ProductVariant({ id: sku }),
          quantity: pieces,
          taxCategory: category,
          taxCategoryId: category.id,
          taxLines: [],
        }),
    ),
  })
}

function promotionsOf(load: LoadPeer, { Promotion }: Entities, rules: readonly SharedRule[]): object[] {
  const file = (path: string): Record<string, object> => load(`${PROMOTION}/${path}`) as Record<string, object>
  const actions = {
    percent: file('actions/product-percentage-discount-action.js')['productsPercentageDiscount']!,
    free: file('actions/buy-x-get-y-free-action.js')['buyXGetYFreeAction']!,
    off: file('actions/order-fixed-discount-action.js')['orderFixedDiscount']!,
  }
  const conditions = {
    free: file('conditions/buy-x-get-y-free-condition.js')['buyXGetYFreeCondition']!,
    at: file('conditions/min-order-amount-condition.js')['minimumOrderAmount']!,
  }
  return rules.map(
    (rule) =>
      new Promotion({
        id: rule.id,
        name: rule.id,
        couponCode: null,
        enabled: true,
        endsAt: null,
        startsAt: null,
        promotionActions: Object.values(actions),
        promotionConditions: Object.values(conditions),
        ...operationsOf(rule),
      }),
  )
}

function operationsOf(rule: SharedRule): { readonly conditions: object[]; readonly actions: object[] } {
  const operation = (code: string, args: Readonly<Record<string, unknown>>): object => ({
    code,
    args: Object.entries(args).map(([name, value]) => ({ name, value: JSON.stringify(value) })),
  })
  switch (rule.kind) {
    case 'percent-off': {
      const args = { discount: rule.percent, productVariantIds: rule.skus }
      return { conditions: [], actions: [operation('products_percentage_discount', args)] }
    }
    case 'third-free': {
      // Its X counts the free piece too.
      const args = { amountX: 3, variantIdsX: [rule.sku], amountY: 1, variantIdsY: [rule.sku] }
      return {
        conditions: [operation('buy_x_get_y_free', args)],
        actions: [operation('buy_x_get_y_free', {})],
      }
    }
    case 'amount-off':
      return {
        conditions: [operation('minimum_order_amount', { amount: rule.atFen, taxInclusive: false })],
        actions: [operation('order_fixed_discount', { discount: rule.offFen })],
      }
  }
}
