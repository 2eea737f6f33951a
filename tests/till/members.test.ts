import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Core } from '../../electron/core.ts'
import {
  attachCard,
  attachMember,
  chooseCoupon,
  detachMember,
  findMembers,
  redeemPoints,
} from '../../electron/features/till/choose-member.ts'
import { scan } from '../../electron/features/till/scan.ts'
import { memberAccount } from '../../shared/domain/value/accounts.ts'
import { auditTables } from '../simulation/auditor.ts'
import { checkOut, onOrder, payable, showCard, startPaying, take } from './checkout.ts'
import { openSellingTill, type SellingTill } from './selling-till.ts'
import { must, refusal } from './small-shop.ts'
import {
  CANARY,
  cardOf,
  nearSilver,
  wealthy,
  withClosedCard,
  withFrozenCard,
  withLostCard,
  withoutCard,
} from './small-shop-members.ts'

let till: SellingTill
let core: Core
beforeEach(async () => {
  till = await openSellingTill()
  core = till.core
})
afterEach(() => {
  expect(auditTables(core.store.sqlite)).toEqual([])
  till.close()
})

const lotsOf = (memberId: string, asset: string): Record<string, number> =>
  Object.fromEntries(
    core.stores.value
      .lotsOf(memberAccount(memberId))
      .filter((lot) => lot.asset === asset)
      .map((lot) => [`${lot.lot.slice(-2)} ${lot.expiresOn ?? 'never'}`, lot.amount]),
  )

describe('a card that is not active', () => {
  test.each([
    ['lost', withLostCard, 'card-lost', '0035'],
    ['frozen', withFrozenCard, 'card-frozen', '0043'],
    ['closed', withClosedCard, 'card-closed', '0050'],
  ])('%s: refused by scan, by number and by phone, with its last digits', (_status, member, code, tail) => {
    take(core, 'BUN')
    const before = core.memory.order
    const card = cardOf(member)
    const expected = { code, params: { tail } }
    expect(refusal(scan(core, { commandId: core.newId(), code: card }).done)).toEqual(expected)
    expect(refusal(attachCard(core, { ...onOrder(core), cardNumber: card }))).toEqual(expected)
    const [found] = must(findMembers(core, member.person.phone))
    expect(found?.memberId).toBe(member.memberId)
    expect(refusal(attachMember(core, { ...onOrder(core), memberId: member.memberId }))).toEqual(expected)
    expect(core.memory.order).toBe(before)
    expect(payable(core)).toBe(1250)
  })

  test('since it was shown: the sale is refused and nothing is spent', () => {
    showCard(core, cardOf(wealthy))
    take(core, 'BUN')
    startPaying(core)
    core.store.sqlite.prepare("UPDATE cards SET status = 'frozen' WHERE card_number = ?").run(cardOf(wealthy))
    const { head } = core.store
    expect(() => checkOut(core, 'stored-value')).toThrow('card-frozen')
    expect(core.store.head).toEqual(head)
    core.store.sqlite.prepare("UPDATE cards SET status = 'active' WHERE card_number = ?").run(cardOf(wealthy))
  })
})

describe('a member', () => {
  test('is found by phone, last four digits, name and initials; nobody by nonsense', () => {
    for (const query of [CANARY.phone, CANARY.phone.slice(-4), CANARY.name, '甄', 'zdy', cardOf(wealthy)]) {
      expect(
        must(findMembers(core, query)).map((found) => found.memberId),
        query,
      ).toContain(wealthy.memberId)
    }
    expect(must(findMembers(core, CANARY.phone))[0]).toMatchObject({
      maskedPhone: '139****7531',
      cardTail: '0019',
      cardStatus: 'active',
    })
    for (const query of ['9999', '00', 'zzz', '%', "'; --"]) expect(must(findMembers(core, query))).toEqual([])
  })

  test('without a card has the member price; taken away again, it is gone', () => {
    must(attachMember(core, { ...onOrder(core), memberId: withoutCard.memberId }))
    take(core, 'TEA')
    expect(payable(core)).toBe(700)
    must(detachMember(core, onOrder(core)))
    expect(payable(core)).toBe(800)
  })

  test('that nobody is is refused', () => {
    expect(refusal(attachMember(core, { ...onOrder(core), memberId: core.newId() })).code).toBe('member-unknown')
    expect(refusal(attachCard(core, { ...onOrder(core), cardNumber: '123' })).code).toBe('card-unknown')
  })
})

describe('a tier', () => {
  test('is lifted at the commit that earns it, and the next sale has the new price', () => {
    showCard(core, cardOf(nearSilver))
    take(core, 'BUN')
    checkOut(core)
    expect(core.memory.done?.liftedTo).toEqual({ zh: '银卡', en: 'Silver' })
    expect(core.stores.members.facts(nearSilver.memberId)?.tierId).toBe('silver')
    expect(core.members.byId(nearSilver.memberId)?.tierId).toBe('silver')
    till = till.restart()
    core = till.core
    till.signIn('cashier')
    showCard(core, cardOf(nearSilver))
    take(core, 'BUN')
    expect(payable(core)).toBe(1188)
    checkOut(core)
    expect(core.memory.done?.liftedTo).toBeNull()
  })

  test('is not lifted by what was spent before the window, nor one fen too early', () => {
    showCard(core, cardOf(nearSilver))
    take(core, 'TEA')
    checkOut(core)
    // 50000 + 49000 + 700, and 900000 of a month too long ago
    expect(core.memory.done?.liftedTo).toBeNull()
    expect(core.stores.members.facts(nearSilver.memberId)?.tierId).toBe('std')
  })
})

describe('a coupon', () => {
  const [own] = wealthy.coupons.map((coupon) => coupon.couponId)
  const BEARER = 'CP00000000018'
  const show = (code: string) => scan(core, { commandId: core.newId(), code }).done

  test('of the member takes off what it says, is used by that sale, and then no more', () => {
    showCard(core, cardOf(wealthy))
    take(core, 'BUN', 'BUN')
    expect(payable(core)).toBe(2250 - 300)
    const saleId = checkOut(core)
    expect(core.stores.members.coupon(own ?? '')?.state).toBe('used')
    const events = core.store.sqlite
      .prepare('SELECT kind, document_id FROM coupon_events WHERE coupon_id = ? ORDER BY seq')
      .all(own)
    expect(events).toEqual([
      { kind: 'issued', document_id: null },
      { kind: 'used', document_id: saleId },
    ])
    expect(refusal(show(own ?? '')).code).toBe('coupon-used')
    showCard(core, cardOf(wealthy))
    take(core, 'BUN', 'BUN')
    expect(payable(core)).toBe(2250)
    expect(refusal(chooseCoupon(core, { ...onOrder(core), couponId: own ?? '', choice: 'pinned' })).code).toBe(
      'coupon-unknown',
    )
  })

  test('of another member is refused; shown by nobody in particular it holds for who shows it', () => {
    take(core, 'CAKE')
    expect(refusal(show(own ?? '')).code).toBe('coupon-not-held')
    must(show(BEARER))
    must(show(BEARER))
    expect(core.memory.order.shownCoupons).toEqual([BEARER])
    expect(payable(core)).toBe(39_900 - 3000 - 500)
    checkOut(core)
    expect(core.stores.members.coupon(BEARER)?.state).toBe('used')
    take(core, 'CAKE')
    expect(refusal(show(BEARER)).code).toBe('coupon-used')
  })

  test('that has lapsed, or that nobody issued, is refused', () => {
    take(core, 'CAKE')
    expect(refusal(show('CP00000000034'))).toMatchObject({ code: 'coupon-not-usable', params: { reasonZh: '已过期' } })
    expect(refusal(show('CP00000000042')).code).toBe('coupon-unknown')
    expect(payable(core)).toBe(36_900)
  })

  test('that cannot be used here is not pinned', () => {
    showCard(core, cardOf(wealthy))
    take(core, 'TEA')
    expect(refusal(chooseCoupon(core, { ...onOrder(core), couponId: own ?? '', choice: 'pinned' })).code).toBe(
      'choice-not-possible',
    )
  })
})

describe('points', () => {
  test('earned go into a lot that lapses with the next year’s end; redeemed come from what lapses first', () => {
    showCard(core, cardOf(wealthy))
    take(core, 'CAKE')
    must(redeemPoints(core, { ...onOrder(core), points: 500 }))
    // 300 of the lot that lapses this year, then 200 of the next; what lapsed yesterday is no more
    checkOut(core)
    const lots = lotsOf(wealthy.memberId, 'POINTS')
    expect(lots).toMatchObject({ '/3 2027-12-31': 800, '/5 2026-11-22': 7000 })
    expect(lots['/4 2026-12-31']).toBeUndefined()
    expect(lots['ts 2027-12-31']).toBe(core.memory.done?.pointsEarned)
  })

  test('without a member, or more than there are, are not redeemed', () => {
    take(core, 'CAKE')
    expect(refusal(redeemPoints(core, { ...onOrder(core), points: 100 })).code).toBe('points-without-member')
    showCard(core, cardOf(wealthy))
    must(redeemPoints(core, { ...onOrder(core), points: 1_000_000_000 }))
    checkOut(core)
    // 1300 are left that have not lapsed
    expect(core.stores.sales.read(core.memory.done?.saleId ?? '')?.document.pointsRedeemed).toBe(1300)
  })
})

describe('stored value', () => {
  test('is taken in proportion, from the bonus that lapses first', () => {
    showCard(core, cardOf(wealthy))
    take(core, 'CAKE', 'CAKE', 'CAKE')
    const amountFen = payable(core)
    checkOut(core, 'stored-value')
    const bonusFen = Math.floor(amountFen / 4)
    expect(lotsOf(wealthy.memberId, 'PRINCIPAL')).toEqual({ '/0 never': 300_000 - (amountFen - bonusFen) })
    expect(lotsOf(wealthy.memberId, 'BONUS')).toEqual({ '/1 2027-06-30': 40_000, '/2 2026-12-31': 60_000 - bonusFen })
  })

  test('lapses after its last day', () => {
    must(attachMember(core, { ...onOrder(core), memberId: withoutCard.memberId }))
    take(core, 'TEA')
    checkOut(core, 'stored-value')
    expect(lotsOf(withoutCard.memberId, 'BONUS')).toEqual({ '/0 2026-11-23': 1300 })
    expect(core.memory.done?.pointsEarned).toBe(0)
  })
})
