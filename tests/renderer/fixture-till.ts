/**
 * The basket of the fixture till. It prices just enough to look at: 10 % off for gold, a coupon, points, rounding to a
 * jiao. What a price really is, the pricing tests say.
 */
import type { ProductView } from '../../shared/contract/back-office.ts'
import type { LineView, MemberView, TenderView, TillView } from '../../shared/contract/till.ts'
import type { Reduction } from '../../shared/contract/why.ts'

export interface FixtureLine {
  readonly line: string
  readonly product: ProductView
  qty: number
  manualFen: number | null
  servedBy: LineView['servedBy']
}

export interface FixtureOrder {
  revision: number
  orderId: string
  screen: TillView['screen']
  lines: FixtureLine[]
  selectedLine: string | null
  member: MemberView | null
  couponChoice: 'auto' | 'pinned' | 'forbidden'
  points: number
  tenders: TenderView[]
  notice: TillView['notice']
  done: TillView['done']
}

const GOLD = { zh: '金卡 9 折', en: 'Gold 10 % off' }
const COUPON = { zh: '满 100 减 10 券', en: '10 off from 100' }
const COUPON_FROM_FEN = 10_000
const COUPON_OFF_FEN = 1000

function priced(line: FixtureLine, member: MemberView | null): LineView {
  const unitPriceFen = line.manualFen ?? line.product.priceFen
  const grossFen = Math.round((unitPriceFen * line.qty) / 1000)
  const gold = member?.tier?.id === 'gold' && line.manualFen === null ? grossFen - Math.round(grossFen * 0.9) : 0
  const reductions: Reduction[] = gold > 0 ? [{ source: 'tier:gold', kind: 'tier', label: GOLD, amountFen: -gold }] : []
  return {
    line: line.line,
    sku: line.product.sku,
    name: line.product.name,
    unit: line.product.unit,
    countable: line.product.countable,
    qty: line.qty,
    unitPriceFen,
    manual: line.manualFen !== null,
    grossFen,
    netFen: grossFen - gold,
    reductions,
    servedBy: line.servedBy,
  }
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

export function viewOf(order: FixtureOrder): TillView {
  const lines = order.lines.map((line) => priced(line, order.member))
  const netFen = sum(lines.map((line) => line.netFen))
  const couponFits = order.member !== null && netFen >= COUPON_FROM_FEN
  const couponApplied = couponFits && order.couponChoice !== 'forbidden'
  const afterCoupon = netFen - (couponApplied ? COUPON_OFF_FEN : 0)
  const pointsFen = order.points
  const payableFen = Math.floor((afterCoupon - pointsFen) / 10) * 10
  const grossFen = sum(lines.map((line) => line.grossFen))
  const paidFen = sum(order.tenders.filter((tender) => tender.state === 'ready').map((tender) => tender.amountFen))
  const dueFen = Math.max(payableFen - paidFen, 0)
  const reductions: Reduction[] = []
  if (grossFen > netFen)
    reductions.push({ source: 'tier:gold', kind: 'tier', label: GOLD, amountFen: netFen - grossFen })
  if (couponApplied) reductions.push({ source: 'C1', kind: 'coupon', label: COUPON, amountFen: -COUPON_OFF_FEN })
  return {
    revision: order.revision,
    orderId: order.orderId,
    screen: order.screen,
    lines,
    selectedLine: order.selectedLine,
    pieces: order.lines.length,
    grossFen,
    savedFen: grossFen - afterCoupon + pointsFen,
    roundingFen: afterCoupon - pointsFen - payableFen,
    payableFen,
    reductions,
    discounts: [],
    hints:
      couponFits || lines.length === 0
        ? []
        : [{ zh: '再买一点,可用「满 100 减 10」券', en: 'A little more and the coupon counts' }],
    notice: order.notice,
    member: order.member,
    coupons: order.member === null ? [] : couponsOf(couponFits, couponApplied, order.couponChoice),
    points: {
      balance: order.member?.points ?? 0,
      redeemed: order.points,
      valueFen: pointsFen,
      redeemable: order.member === null ? 0 : 1200,
      redeemableFen: order.member === null ? 0 : 1200,
      earned: Math.floor(payableFen / 100),
    },
    tenders: order.tenders,
    paidFen,
    dueFen,
    changeFen: Math.max(paidFen - payableFen, 0),
    quickCashFen: [dueFen, 5000, 10_000, 20_000].filter((amountFen) => amountFen >= dueFen),
    topUp: null,
    storedValueFen: order.member === null ? 0 : order.member.principalFen + order.member.bonusFen,
    done: order.done,
  }
}

function couponsOf(fits: boolean, applied: boolean, choice: FixtureOrder['couponChoice']): TillView['coupons'] {
  const below = { zh: '还差一点到 100 元', en: 'not yet 100' }
  return [
    {
      couponId: 'C1',
      label: COUPON,
      state: applied ? 'applied' : fits ? 'usable' : 'unusable',
      savesFen: fits ? COUPON_OFF_FEN : 0,
      reason: fits ? null : below,
      expiresOn: '2026-12-31',
      choice,
    },
    {
      couponId: 'C2',
      label: { zh: '生日蛋糕 8 折券', en: 'Birthday cake 20 % off' },
      state: 'unusable',
      savesFen: 0,
      reason: { zh: '单里没有蛋糕', en: 'no cake in the basket' },
      expiresOn: '2026-11-28',
      choice: 'auto',
    },
    {
      couponId: 'C3',
      label: { zh: '咖啡兑换券', en: 'A free coffee' },
      state: 'usable',
      savesFen: 1800,
      reason: { zh: '选它更贵', en: 'dearer than the others' },
      expiresOn: null,
      choice: 'auto',
    },
  ]
}
