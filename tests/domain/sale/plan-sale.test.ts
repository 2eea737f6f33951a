import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fen } from '../../../shared/domain/money.ts'
import type { Quote } from '../../../shared/domain/pricing/types.ts'
import { planSale, type SaleInput } from '../../../shared/domain/sale/plan-sale.ts'
import type { Tender, TenderKind } from '../../../shared/domain/sale/tender.ts'
import { memberAccount } from '../../../shared/domain/value/accounts.ts'
import type { Lot, WalletOrder } from '../../../shared/domain/value/wallet.ts'

const seed = Number(process.env['SALE_SEED'] ?? 20_261_123)
console.info(`plans from seed ${seed}`)

const DAY = '2026-11-23'

function quoteOf(nets: readonly number[], points = { redeemed: 0, earned: 0 }): Quote {
  const payable = nets.reduce((sum, net) => sum + net, 0)
  return {
    gross: fen(payable + 100),
    payable: fen(payable),
    exact: true,
    lines: nets.map((net, index) => ({
      line: String(index + 1),
      sku: 'X',
      qty: 1000,
      gross: fen(net),
      net: fen(net),
      units: [fen(net)],
      adjustments: [],
    })),
    applied: [],
    skipped: [],
    points: { ...points, value: fen(0) },
    rounding: fen(0),
  }
}

const tender = (kind: TenderKind, amountFen: number): Tender => ({
  tenderId: `t-${kind}`,
  kind,
  amountFen: fen(amountFen),
  state: 'ready',
  detail: null,
  askedAt: null,
})
const lots: readonly Lot[] = [
  { lot: 'p', asset: 'PRINCIPAL', amount: 300_000, expiresOn: null, ordinal: 1 },
  { lot: 'b', asset: 'BONUS', amount: 100_000, expiresOn: null, ordinal: 2 },
  { lot: 'old', asset: 'POINTS', amount: 500, expiresOn: '2026-12-31', ordinal: 3 },
]

function input(nets: readonly number[], tenders: readonly Tender[], more: Partial<SaleInput> = {}): SaleInput {
  return {
    saleId: 's-1',
    businessDay: DAY,
    quote: quoteOf(nets),
    tenders,
    member: { memberId: 'm-1', lots },
    walletOrder: 'proportional',
    pointsExpireOn: '2027-12-31',
    ...more,
  }
}

describe('a plan', () => {
  test('of a cash sale with change', () => {
    const plan = planSale(input([1250, 800], [tender('cash', 3000)], { member: null }))
    expect(plan).toMatchObject({
      paidFen: 3000,
      changeFen: 950,
      savedFen: 100,
      pointsEarned: 0,
      newLots: [],
      after: null,
    })
    expect(plan.postings).toEqual([
      { account: 'cash', lot: '', asset: 'CNY', amount: 3000 },
      { account: 'cash', lot: '', asset: 'CNY', amount: -950 },
      { account: 'sales', lot: '', asset: 'CNY', amount: -2050 },
    ])
  })

  test('of paid 3000.00 with bonus 1000.00, spent 3594.00: principal taken 2695.50', () => {
    const plan = planSale(input([359_400], [tender('storedValue', 359_400)]))
    expect(plan.tenders).toMatchObject([{ principalFen: 269_550, bonusFen: 89_850 }])
    expect(plan.after).toEqual({ points: 500, principalFen: 30_450, bonusFen: 10_150 })
  })

  test('with points redeemed and earned: earned on what money and principal paid', () => {
    const plan = planSale(
      input([10_000], [tender('storedValue', 8000), tender('cash', 2000)], {
        quote: quoteOf([10_000], { redeemed: 300, earned: 100 }),
      }),
    )
    // bonus paid 2000 of 10000
    expect(plan.pointsEarned).toBe(80)
    expect(plan.after).toEqual({ points: 500 - 300 + 80, principalFen: 300_000 - 6000, bonusFen: 100_000 - 2000 })
    expect(plan.newLots).toEqual([
      { lot: 's-1/points', account: memberAccount('m-1'), asset: 'POINTS', expiresOn: '2027-12-31' },
    ])
  })

  test('of a sale of nothing posts nothing', () => {
    const plan = planSale(input([0], [], { quote: quoteOf([0], { redeemed: 0, earned: 5 }) }))
    expect([plan.postings, plan.newLots, plan.pointsEarned]).toEqual([[], [], 0])
  })

  test.each<[string, () => SaleInput]>([
    ['tenders that do not cover it', () => input([1000], [tender('cash', 999)])],
    [
      'lines that do not add up',
      () => input([], [tender('cash', 1)], { quote: { ...quoteOf([1000]), payable: fen(1) } }),
    ],
    ['stored value without a member', () => input([1000], [tender('storedValue', 1000)], { member: null })],
    ['more value than there is', () => input([400_001], [tender('storedValue', 400_001)])],
    [
      'more points than there are',
      () => input([1000], [tender('cash', 1000)], { quote: quoteOf([1000], { redeemed: 501, earned: 0 }) }),
    ],
  ])('is refused to %s: the caller has decided before', (_what, make) => {
    expect(() => planSale(make())).toThrow(RangeError)
  })
})

test('every plan balances: for each asset, with the member’s lots, with the tenders', () => {
  const lot = fc.record({
    asset: fc.constantFrom<Lot['asset']>('PRINCIPAL', 'BONUS', 'POINTS'),
    amount: fc.integer({ min: 1, max: 50_000 }),
    expiresOn: fc.constantFrom(null, '2026-11-22', '2026-11-23', '2027-01-31'),
  })
  const shape = fc.record({
    nets: fc.array(fc.nat(20_000), { minLength: 1, maxLength: 6 }),
    lots: fc.array(lot, { maxLength: 8 }),
    order: fc.constantFrom<WalletOrder>('proportional', 'principal-first', 'bonus-first'),
    valueShare: fc.double({ min: 0, max: 1, noNaN: true }),
    over: fc.nat(5000),
    redeemShare: fc.double({ min: 0, max: 1, noNaN: true }),
    earned: fc.nat(2000),
  })
  fc.assert(
    fc.property(shape, ({ nets, lots: drawn, order, valueShare, over, redeemShare, earned }) => {
      const own = drawn.map((part, index): Lot => ({
        ...part,
        lot: `l-${index}`,
        expiresOn: part.asset === 'PRINCIPAL' ? null : part.expiresOn,
        ordinal: index,
      }))
      const live = (asset: string): number =>
        own.reduce(
          (sum, part) =>
            part.asset === asset && (part.expiresOn === null || part.expiresOn >= DAY) ? sum + part.amount : sum,
          0,
        )
      const payable = nets.reduce((sum, net) => sum + net, 0)
      const value = Math.floor(Math.min(payable, live('PRINCIPAL') + live('BONUS')) * valueShare)
      const redeemed = Math.floor(live('POINTS') * redeemShare)
      const rest = payable - value
      const tenders = [
        ...(value > 0 ? [tender('storedValue', value)] : []),
        ...(rest > 0 ? [tender('cash', rest + over)] : []),
      ]
      const plan = planSale(
        input(nets, tenders, {
          quote: quoteOf(nets, { redeemed, earned }),
          member: { memberId: 'm-1', lots: own },
          walletOrder: order,
        }),
      )
      const total = (pick: (posting: (typeof plan.postings)[number]) => boolean): number =>
        plan.postings.reduce((sum, posting) => (pick(posting) ? sum + posting.amount : sum), 0)
      for (const asset of ['CNY', 'PRINCIPAL', 'BONUS', 'POINTS'])
        expect(total((posting) => posting.asset === asset)).toBe(0)
      expect(plan.paidFen - plan.changeFen).toBe(payable)
      expect(0 - total((posting) => posting.account === 'sales')).toBe(payable)
      const taken = { PRINCIPAL: 0, BONUS: 0 }
      for (const { principalFen, bonusFen } of plan.tenders) {
        taken.PRINCIPAL += principalFen
        taken.BONUS += bonusFen
      }
      expect(taken.PRINCIPAL + taken.BONUS).toBe(value)
      const mine = memberAccount('m-1')
      for (const asset of ['PRINCIPAL', 'BONUS'] as const) {
        expect(0 - total((posting) => posting.account === mine && posting.asset === asset)).toBe(taken[asset])
        expect(plan.after?.[asset === 'BONUS' ? 'bonusFen' : 'principalFen']).toBe(live(asset) - taken[asset])
      }
      for (const part of own) {
        const used = 0 - total((posting) => posting.lot === part.lot)
        expect(used >= 0 && used <= part.amount).toBe(true)
        if (part.expiresOn !== null && part.expiresOn < DAY) expect(used).toBe(0)
      }
      expect(plan.pointsEarned).toBe(payable === 0 ? 0 : Math.floor((earned * (payable - taken.BONUS)) / payable))
      expect(plan.after?.points).toBe(live('POINTS') - redeemed + plan.pointsEarned)
    }),
    { seed, numRuns: 500 },
  )
})
