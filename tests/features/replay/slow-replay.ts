/**
 * Past sales priced again the slow way: each sale is a scenario of its own, its rules looked up by SQL among the versions that
 * were written before its row, and priced by the evaluator that tries every combination. Shares nothing with the replay but
 * the tables.
 */
import type { Database } from 'better-sqlite3'
import type { Coupon, Promotion, Scenario } from '../../../shared/domain/pricing/types.ts'
import { referenceQuote } from '../../domain/pricing/reference.ts'

export interface SlowSale {
  readonly saleId: string
  readonly paidFen: number
  readonly payableFen: number
  /** ids of what took something off, a coupon by its template */
  readonly applied: readonly string[]
}

interface Version {
  readonly id: string
  readonly kind: string
  readonly body: string
  readonly state: string
}

/** Sales of the days with the rules of their time, and `draft` in place of the rule of its id or beside them. */
export function replaySlowly(sqlite: Database, fromDay: string, toDay: string, draft: Promotion | null): SlowSale[] {
  const sales = sqlite
    .prepare<[string, string], { seq: number; saleId: string; payload: string; paidFen: number }>(
      `SELECT d.seq AS seq, d.document_id AS saleId, c.payload AS payload, d.payable_fen AS paidFen
       FROM documents AS d JOIN chain AS c ON c.seq = d.seq WHERE d.business_day BETWEEN ? AND ? ORDER BY d.seq`,
    )
    .all(fromDay, toDay)
  return sales.map(({ seq, saleId, payload, paidFen }) => {
    const scenario = scenarioOf(JSON.parse(payload) as Payload, versionsBefore(sqlite, seq), draft)
    const quote = referenceQuote(scenario) as { payable: number; applied: { id: string }[] }
    const templates = new Map((scenario.coupons ?? []).map((coupon) => [coupon.id, coupon.template]))
    return {
      saleId,
      paidFen,
      payableFen: quote.payable,
      applied: quote.applied.map(({ id }) => templates.get(id) ?? id),
    }
  })
}

/** The last version of each rule that an earlier row wrote, where it is neither paused nor ended. */
function versionsBefore(sqlite: Database, seq: number): Version[] {
  return sqlite
    .prepare<[number], Version>(
      `SELECT offer_id AS id, kind, body, state FROM offer_versions AS v WHERE version =
        (SELECT max(version) FROM offer_versions AS o WHERE o.offer_id = v.offer_id AND o.seq < ?)`,
    )
    .all(seq)
    .filter(({ state }) => state === 'live')
}

interface Payload {
  readonly lines: readonly { readonly line: string; readonly qty: number }[]
  readonly manual: readonly { readonly line: string; readonly priceFen: number }[]
  readonly price: {
    readonly at: number
    readonly goods: readonly {
      readonly sku: string
      readonly priceFen: number
      readonly memberPriceFen: number | null
      readonly categoryId: string
      readonly countable: boolean
      readonly discountable: boolean
      readonly pointsEligible: boolean
    }[]
    readonly member: { readonly tier: string; readonly points: number; readonly birthdayToday: boolean } | null
    readonly coupons: readonly { readonly id: string; readonly template: string }[]
    readonly redeemPoints: number | 'max'
  }
}

const TIERS = [
  { id: 'std', rate: 10_000, pointsRate: 10_000 },
  { id: 'silver', rate: 9500, pointsRate: 10_000 },
  { id: 'gold', rate: 9000, pointsRate: 15_000 },
  { id: 'diamond', rate: 8800, pointsRate: 20_000 },
]

function scenarioOf(
  { lines, manual, price }: Payload,
  versions: readonly Version[],
  draft: Promotion | null,
): Scenario {
  const now = new Date(price.at + 8 * 3_600_000).toISOString().replace('Z', '+08:00')
  const bodies = new Map(versions.map(({ id, body }) => [id, JSON.parse(body) as object]))
  const promotions = versions
    .filter(({ kind, id }) => kind === 'promotion' && id !== draft?.id)
    .map(({ id }) => ({ ...bodies.get(id), id }) as Promotion)
  return {
    now,
    timeZone: 'Asia/Shanghai',
    store: 'S001',
    // a line's own product: the same one can have two prices
    catalog: price.goods.map((goods) => ({
      sku: goods.sku,
      price: goods.priceFen,
      category: goods.categoryId,
      ...(goods.memberPriceFen === null ? {} : { memberPrice: goods.memberPriceFen }),
      countable: goods.countable,
      discountable: goods.discountable,
      pointsEligible: goods.pointsEligible,
    })),
    tiers: TIERS,
    member:
      price.member === null
        ? null
        : {
            id: 'M',
            tier: price.member.tier,
            points: Math.max(0, price.member.points),
            birthday: price.member.birthdayToday ? now.slice(5, 10) : null,
            tags: [],
          },
    basket: lines.map(({ line, qty }, index) => {
      const own = manual.find((set) => set.line === line)
      return {
        line,
        qty,
        sku: price.goods[index]!.sku,
        ...(own === undefined ? {} : { manual: { price: own.priceFen } }),
      }
    }),
    promotions: draft === null ? promotions : [...promotions, draft],
    coupons: price.coupons.flatMap(({ id, template }) => {
      const body = bodies.get(template)
      return body === undefined ? [] : [{ ...body, id, template } as Coupon]
    }),
    redeemPoints: price.redeemPoints,
    rules: {
      maxCoupons: 2,
      redeem: { pointsPerYuan: 100, step: 100, maxShare: 5000 },
      earn: { fenPerPoint: 100, birthdayRate: 20_000 },
      rounding: { unit: 10 },
    },
  }
}
