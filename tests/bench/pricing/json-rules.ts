/** json-rules-engine: it finds the rules that hold; what they take off is reckoned where it reports them. */
import type { LoadPeer } from './install-peers.ts'
import type { Peer } from './peer.ts'
import { grossFen, offLine } from './shared-rules.ts'
import type { SharedBasket, SharedRule, SharedShop } from './shared-rules.ts'

interface Almanac {
  factValue<Value>(id: string): Promise<Value>
}

interface Engine {
  addFact(id: string, make: (params: object, almanac: Almanac) => Promise<number>, options: object): Engine
  on(
    event: 'success',
    heard: (event: { readonly params: { readonly rule: SharedRule } }, almanac: Almanac) => unknown,
  ): void
  run(facts: object): Promise<unknown>
}

/** A basket, and what is to pay for it by now. */
interface Counter {
  readonly basket: SharedBasket
  toPayFen: number
}

export function jsonRules(load: LoadPeer, { baskets, rules }: SharedShop): Peer {
  const { Engine } = load('json-rules-engine') as { Engine: new (rules: readonly object[]) => Engine }
  const { version } = load('json-rules-engine/package.json') as { version: string }
  const engine = new Engine(rules.map(jsonRuleOf))
  engine.addFact('to-pay', async (_params, almanac) => (await almanac.factValue<Counter>('counter')).toPayFen, {
    cache: false,
  })
  engine.on('success', async ({ params: { rule } }, almanac) => {
    const counter = await almanac.factValue<Counter>('counter')
    if (rule.kind === 'amount-off') counter.toPayFen -= rule.offFen
    else for (const line of counter.basket) counter.toPayFen -= offLine(rule, line)
  })
  return {
    name: `json-rules-engine ${version}`,
    does: 'one run of the engine finds the rules that hold; the listener does the arithmetic for it',
    async toPayFen(place) {
      const basket = baskets[place]!
      const counter: Counter = { basket, toPayFen: grossFen(basket) }
      const skus = basket.map(({ sku }) => sku)
      const threes = basket.filter(({ pieces }) => pieces >= 3).map(({ sku }) => sku)
      await engine.run({ counter, skus, threes })
      return counter.toPayFen
    },
  }
}

function jsonRuleOf(rule: SharedRule): object {
  const event = { type: 'holds', params: { rule } }
  switch (rule.kind) {
    case 'percent-off':
      return { event, priority: 2, conditions: { all: [{ fact: 'skus', operator: 'someFact:in', value: rule.skus }] } }
    case 'third-free':
      return { event, priority: 2, conditions: { all: [{ fact: 'threes', operator: 'contains', value: rule.sku }] } }
    case 'amount-off':
      return {
        event,
        priority: 1,
        conditions: { all: [{ fact: 'to-pay', operator: 'greaterThanInclusive', value: rule.atFen }] },
      }
  }
}
