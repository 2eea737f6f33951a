/** Medusa's promotion module: its own `computeActions` over promotions that lie in memory. */
import type { LoadPeer } from './install-peers.ts'
import type { Peer } from './peer.ts'
import { grossFen } from './shared-rules.ts'
import type { SharedBasket, SharedRule, SharedShop } from './shared-rules.ts'

interface Action {
  readonly action: string
  readonly amount: number | { readonly numeric: number }
}

interface PromotionModule {
  computeActions(codes: readonly string[], context: object, options: object): Promise<readonly Action[]>
}

type PromotionModuleClass = new (container: object, declaration: object) => PromotionModule

/** Every currency amount of Medusa's is in yuan. */
const yuan = (fen: number): number => fen / 100

export function medusa(load: LoadPeer, { baskets, rules }: SharedShop): Peer {
  const { default: Service } = load('@medusajs/promotion/dist/services/promotion-module.js') as {
    default: PromotionModuleClass
  }
  const { version } = load('@medusajs/promotion/package.json') as { version: string }
  const promotions = rules.map(promotionOf)
  const codes = rules.map(({ id }) => id)
  const service = new Service(
    { baseRepository: { getFreshManager: () => ({}) }, promotionService: { list: () => Promise.resolve(promotions) } },
    {},
  )
  const contexts = baskets.map(contextOf)
  return {
    name: `@medusajs/promotion ${version}`,
    does: 'computeActions, promotions from memory, by code; the amounts are summed; without its database',
    async toPayFen(place) {
      const actions = await service.computeActions(codes, contexts[place]!, { prevent_auto_promotions: true })
      let off = 0
      for (const { amount } of actions) off += typeof amount === 'number' ? amount : amount.numeric
      return grossFen(baskets[place]!) - Math.round(100 * off)
    },
  }
}

function contextOf(basket: SharedBasket): object {
  return {
    currency_code: 'cny',
    item_total: yuan(grossFen(basket)),
    items: basket.map(({ sku, pieces, priceFen }, index) => ({
      id: `line-${index}`,
      quantity: pieces,
      subtotal: yuan(pieces * priceFen),
      original_total: yuan(pieces * priceFen),
      is_discountable: true,
      variant_sku: sku,
    })),
  }
}

const meaning = (skus: readonly string[]): object[] => [
  { attribute: 'items.variant_sku', operator: 'in', values: skus.map((value) => ({ value })) },
]

function promotionOf(rule: SharedRule): object {
  const { id } = rule
  const plain = { id, code: id, status: 'active', is_automatic: false, is_tax_inclusive: false, campaign: null }
  const method = { currency_code: 'cny', allocation: 'each', max_quantity: 1000, buy_rules: [] }
  switch (rule.kind) {
    case 'percent-off':
      return {
        ...plain,
        type: 'standard',
        rules: [],
        application_method: {
          ...method,
          type: 'percentage',
          target_type: 'items',
          value: rule.percent,
          target_rules: meaning(rule.skus),
        },
      }
    case 'third-free':
      return {
        ...plain,
        type: 'buyget',
        rules: [],
        application_method: {
          ...method,
          type: 'percentage',
          target_type: 'items',
          value: 100,
          apply_to_quantity: 1,
          buy_rules_min_quantity: 2,
          buy_rules: meaning([rule.sku]),
          target_rules: meaning([rule.sku]),
        },
      }
    case 'amount-off':
      return {
        ...plain,
        type: 'standard',
        rules: [{ attribute: 'item_total', operator: 'gte', values: [{ value: String(yuan(rule.atFen)) }] }],
        application_method: {
          ...method,
          type: 'fixed',
          target_type: 'order',
          allocation: 'across',
          max_quantity: null,
          value: yuan(rule.offFen),
          target_rules: [],
        },
      }
  }
}
