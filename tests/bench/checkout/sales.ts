/** Sales as a bakery rings them up: five lines, a member half of the time, cash, and stored value where a member has it. */
import { addProduct, emptyOrder, type Order } from '../../../shared/domain/basket/order.ts'
import { priceOrder } from '../../../electron/features/till/price-order.ts'
import { memberContext } from '../../../electron/features/till/member-context.ts'
import { makeSeededRandom } from '../../../electron/demo/seeded-random.ts'
import type { Core } from '../../../electron/core.ts'
import type { Tender } from '../../../shared/domain/sale/tender.ts'
import { fen } from '../../../shared/domain/money.ts'
import { must } from '../bench-till.ts'

const LINES = 5
const NOTE_FEN = 1000

export interface PreparedSale {
  readonly commandId: string
  /** paid in full, waiting for its completion */
  readonly order: Order
}

export interface SaleMaker {
  next(): PreparedSale
}

/** The same sales each time, for the same shop. */
export function createSaleMaker(core: Core): SaleMaker {
  const random = makeSeededRandom(20_261_121, 'bench-sales')
  const products = core.catalog.products().filter((product) => !product.openPrice && !product.disabled)
  const cards = core.store.sqlite
    .prepare<[], { memberId: string; cardNumber: string }>(
      `SELECT member_id AS memberId, min(card_number) AS cardNumber FROM cards WHERE status = 'active' AND member_id IN
         (SELECT substr(account, 8) FROM balances WHERE asset = 'PRINCIPAL' AND amount > 5000) GROUP BY member_id ORDER BY member_id`,
    )
    .all()
  let count = 0
  return {
    next: () => {
      count += 1
      let order: Order = { ...emptyOrder(core.newId()), pricedAt: core.clock.now() }
      while (order.lines.length < LINES) {
        const product = random.pick(products)
        order = must(
          addProduct(order, product, { qty: product.countable ? null : 350 + random.below(900), priceFen: null }),
        )
      }
      if (count % 2 === 0) order = { ...order, ...random.pick(cards) }
      return { commandId: core.newId(), order: pay(core, { ...order, screen: 'pay' }) }
    },
  }
}

/** Half of it from stored value, as far as that goes; the rest in notes. */
function pay(core: Core, order: Order): Order {
  const { payable } = priceOrder(core, order).quote
  const member = memberContext(core, order.memberId)
  const storedFen = member === null ? 0 : Math.min(member.principalFen + member.bonusFen, Math.floor(payable / 2))
  const cashFen = Math.ceil((payable - storedFen) / NOTE_FEN) * NOTE_FEN
  const tender = (kind: Tender['kind'], amountFen: number): Tender[] =>
    amountFen === 0
      ? []
      : [{ tenderId: core.newId(), kind, amountFen: fen(amountFen), state: 'ready', detail: null, askedAt: null }]
  return { ...order, tenders: [...tender('storedValue', storedFen), ...tender('cash', cashFen)] }
}
