/** Mobile payments with the simulated terminal, whose time is held: each answer comes when the test lets it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Core } from '../../electron/core.ts'
import { completeSale } from '../../electron/features/till/complete-sale.ts'
import { clearBasket } from '../../electron/features/till/edit-basket.ts'
import { askAgain, askOpenPayments, payMobile, removeTender } from '../../electron/features/till/pay-mobile.ts'
import { nextCustomer, payCash } from '../../electron/features/till/pay.ts'
import { scan } from '../../electron/features/till/scan.ts'
import { closeShift } from '../../electron/features/shift/close-shift.ts'
import { auditTables } from '../simulation/auditor.ts'
import { onOrder, payable, startPaying, take } from './checkout.ts'
import { openSellingTill, type SellingTill } from './selling-till.ts'
import { must, refusal, SHIFT_ID } from './small-shop.ts'

/** The last digit of a payment code chooses what happens at the simulated terminal. */
const CODE = {
  approved: '134872650193846270',
  declined: '134872650193846276',
  approvedLate: '134872650193846277',
  declinedLate: '134872650193846278',
  approvedAtLast: '134872650193846279',
  alipay: '283746501928374650',
} as const

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

const letGo = (): Promise<void> => till.devices.time.letGo()
const sold = (orderId: string): boolean => core.stores.sales.exists(orderId)
const states = (): string[] => core.memory.order.tenders.map((tender) => tender.state)
const events = (): string[] =>
  core.store.sqlite
    .prepare<[], { kind: string }>('SELECT kind FROM payment_events ORDER BY seq')
    .all()
    .map((row) => row.kind)
const noticed = (): string | undefined => core.memory.notice?.refusal.code

/** One round of the questions that the till asks by itself. */
async function askRound(): Promise<void> {
  const round = askOpenPayments(core)
  while (till.devices.time.waiting.length > 0) await letGo()
  await round
}

function restart(): void {
  till = till.restart()
  core = till.core
}

/** A basket at pay and a payment code shown; gives the order's id. */
function pay(code: string, amountFen?: number): string {
  take(core, 'BUN')
  startPaying(core)
  must(payMobile(core, { ...onOrder(core), paymentCode: code, amountFen }))
  return core.memory.order.orderId
}

describe('a mobile payment', () => {
  test('is on disk before the terminal is asked, and completes the sale when it is approved', async () => {
    const orderId = pay(CODE.approved)
    expect(events()).toEqual(['asked'])
    expect(states()).toEqual(['asking'])
    expect(till.devices.time.waiting).toHaveLength(1)
    expect(sold(orderId)).toBe(false)
    await letGo()
    expect(events()).toEqual(['asked', 'approved'])
    expect(sold(orderId)).toBe(true)
    expect(core.memory.order.screen).toBe('done')
    expect(core.stores.payments.open()).toEqual([])
  })

  test('by a scan alone pays the rest, from the basket too', async () => {
    take(core, 'BUN')
    const { orderId } = core.memory.order
    const commandId = core.newId()
    const scanned = scan(core, { commandId, code: CODE.alipay })
    expect(scanned).toMatchObject({ kind: 'payment', done: { ok: true }, unknownCode: null })
    expect(scan(core, { commandId, code: CODE.alipay }).done.ok).toBe(true)
    expect(core.memory.order.tenders).toMatchObject([{ kind: 'mobile', detail: 'alipay', amountFen: 1250 }])
    await letGo()
    expect(sold(orderId)).toBe(true)
    expect(till.devices.time.waiting).toEqual([])
  })

  test('of a part is followed by cash', async () => {
    const orderId = pay(CODE.approved, 1000)
    await letGo()
    expect(sold(orderId)).toBe(false)
    must(payCash(core, { ...onOrder(core), amountFen: 250 }))
    must(completeSale(core, onOrder(core)))
    expect(core.stores.sales.read(orderId)?.tenders.map((tender) => tender.kind)).toEqual(['mobile', 'cash'])
  })

  test('declined leaves the tender, says why, and another way is free', async () => {
    const orderId = pay(CODE.declined)
    await letGo()
    expect(events()).toEqual(['asked', 'declined'])
    expect(core.memory.order.tenders).toEqual([])
    expect(core.memory.notice?.refusal).toEqual({
      code: 'mobile-declined',
      params: { reasonZh: '余额不足', reasonEn: 'insufficient funds' },
    })
    must(payCash(core, { ...onOrder(core), amountFen: 1250 }))
    must(completeSale(core, onOrder(core)))
    expect(sold(orderId)).toBe(true)
  })

  test('while it is asked for lets nothing else happen to the order', async () => {
    pay(CODE.approved)
    const tenderId = core.memory.order.tenders[0]?.tenderId ?? ''
    expect(refusal(payCash(core, { ...onOrder(core), amountFen: 100 })).code).toBe('mobile-busy')
    expect(refusal(payMobile(core, { ...onOrder(core), paymentCode: CODE.approved })).code).toBe('mobile-busy')
    expect(refusal(completeSale(core, onOrder(core))).code).toBe('order-has-open-payment')
    expect(refusal(clearBasket(core, onOrder(core))).code).toBe('basket-locked')
    expect(refusal(await removeTender(core, { ...onOrder(core), tenderId })).code).toBe('tender-not-removable')
    expect(refusal(closeShift(core, { commandId: core.newId(), shiftId: SHIFT_ID, countedFen: 0 })).code).toBe(
      'shift-has-open-order',
    )
    // asking meanwhile does not overtake the first answer
    must(await askAgain(core, { orderId: core.memory.order.orderId, tenderId }))
    expect(till.devices.time.waiting).toHaveLength(1)
    await letGo()
    expect(core.memory.order.screen).toBe('done')
  })

  test('with a bad code, a wrong amount or no terminal is refused, and nothing is asked', () => {
    take(core, 'BUN')
    const command = onOrder(core)
    expect(refusal(payMobile(core, { ...command, paymentCode: CODE.approved })).code).toBe('order-changed')
    startPaying(core)
    for (const paymentCode of ['', '123', '990000000000000000', '1348726501938462701']) {
      expect(refusal(payMobile(core, { ...onOrder(core), paymentCode })).code).toBe('payment-code-malformed')
    }
    expect(refusal(payMobile(core, { ...onOrder(core), paymentCode: CODE.approved, amountFen: 1251 })).code).toBe(
      'tender-above-due',
    )
    core.devices.terminal = null
    expect(refusal(payMobile(core, { ...onOrder(core), paymentCode: CODE.approved })).code).toBe('terminal-none')
    expect(events()).toEqual([])
  })

  test('sent twice is asked for once', async () => {
    take(core, 'BUN')
    startPaying(core)
    const command = { ...onOrder(core), paymentCode: CODE.approved }
    for (let times = 0; times < 3; times += 1) must(payMobile(core, command))
    expect(till.devices.time.waiting).toHaveLength(1)
    await letGo()
    must(payMobile(core, command))
    expect(events()).toEqual(['asked', 'approved'])
  })
})

describe('a terminal that does not say', () => {
  test.each([
    ['approved late', CODE.approvedLate, 1, true],
    ['declined late', CODE.declinedLate, 1, false],
    ['approved after many questions', CODE.approvedAtLast, 4, true],
  ])('%s: unknown first, then asked until it has said', async (_what, code, rounds, approved) => {
    const orderId = pay(code)
    await letGo()
    expect(events()).toEqual(['asked', 'unknown'])
    expect(states()).toEqual(['unknown'])
    expect(noticed()).toBe('mobile-unknown')
    for (let round = 0; round < rounds; round += 1) {
      expect(sold(orderId)).toBe(false)
      await askRound()
    }
    expect(events()).toEqual(['asked', 'unknown', approved ? 'approved' : 'declined'])
    expect(sold(orderId)).toBe(approved)
    expect(core.memory.order.tenders).toHaveLength(approved ? 1 : 0)
    await askRound()
    expect(events()).toHaveLength(3)
  })

  test('is asked again by hand', async () => {
    const orderId = pay(CODE.approvedLate)
    await letGo()
    const tenderId = core.memory.order.tenders[0]?.tenderId ?? ''
    expect(refusal(await askAgain(core, { orderId, tenderId: core.newId() })).code).toBe('tender-unknown')
    const asked = askAgain(core, { orderId, tenderId })
    await letGo()
    must(await asked)
    expect(sold(orderId)).toBe(true)
  })

  test('or breaks down is unknown, never declined', async () => {
    const terminal = core.devices.terminal
    core.devices.terminal = {
      kind: 'simulated',
      charge: () => Promise.reject(new Error('line cut')),
      ask: () => Promise.reject(new Error('line cut')),
      takeBack: () => Promise.reject(new Error('line cut')),
    }
    const orderId = pay(CODE.approved)
    await new Promise((resolve) => setImmediate(resolve))
    expect(states()).toEqual(['unknown'])
    await askOpenPayments(core)
    expect(states()).toEqual(['unknown'])
    // the charge never reached the provider, which says so when it is reached again
    core.devices.terminal = terminal
    await askRound()
    expect(events()).toEqual(['asked', 'unknown', 'declined'])
    expect(sold(orderId)).toBe(false)
  })
})

describe('a restart', () => {
  test.each([
    ['approved', CODE.approved, true],
    ['declined', CODE.declined, false],
    ['approved late', CODE.approvedLate, true],
    ['declined late', CODE.declinedLate, false],
  ])(
    'while the terminal is asked: the order is back, the attempt is asked again (%s)',
    async (_what, code, approved) => {
      const orderId = pay(code)
      restart()
      expect(core.memory.order).toMatchObject({ orderId, screen: 'pay', lines: [{ sku: 'BUN' }] })
      expect(states()).toEqual(['unknown'])
      await askRound()
      expect(events().at(-1)).toBe(approved ? 'approved' : 'declined')
      // nobody is signed in: the money is there, the sale waits for a person
      expect(sold(orderId)).toBe(false)
      till.signIn('cashier')
      if (approved) must(completeSale(core, onOrder(core)))
      else must(clearBasket(core, onOrder(core)))
      expect(sold(orderId)).toBe(approved)
      expect(core.stores.payments.open()).toEqual([])
    },
  )

  test('after each step of a payment that times out: the same order, the same attempt, one charge', async () => {
    const orderId = pay(CODE.approvedAtLast)
    const attempt = core.memory.order.tenders[0]?.tenderId
    restart()
    await askRound()
    for (let round = 0; round < 8 && !events().includes('approved'); round += 1) {
      restart()
      expect(core.memory.order.orderId).toBe(orderId)
      expect(core.memory.order.tenders.map((tender) => tender.tenderId)).toEqual([attempt])
      await askRound()
    }
    restart()
    expect(states()).toEqual(['ready'])
    till.signIn('cashier')
    must(completeSale(core, onOrder(core)))
    restart()
    expect(core.memory.order.lines).toEqual([])
    expect(sold(orderId)).toBe(true)
    expect(events()).toEqual(['asked', 'unknown', 'approved'])
  })

  test('keeps the command: sent again it is not a second attempt', async () => {
    take(core, 'BUN')
    startPaying(core)
    const command = { ...onOrder(core), paymentCode: CODE.approved }
    must(payMobile(core, command))
    restart()
    till.signIn('cashier')
    // still open: nothing more can be asked for
    expect(refusal(payMobile(core, command)).code).toBe('mobile-busy')
    await askRound()
    expect(events()).toEqual(['asked', 'approved'])
    expect(sold(command.orderId)).toBe(true)
  })

  test('keeps what else was paid before the attempt', async () => {
    take(core, 'CAKE')
    startPaying(core)
    must(payCash(core, { ...onOrder(core), amountFen: 6900 }))
    must(payMobile(core, { ...onOrder(core), paymentCode: CODE.approved, amountFen: 10_000 }))
    await letGo()
    must(payMobile(core, { ...onOrder(core), paymentCode: CODE.approvedLate, amountFen: 20_000 }))
    restart()
    expect(core.memory.order.tenders.map(({ kind, state, amountFen }) => [kind, state, amountFen])).toEqual([
      ['cash', 'ready', 6900],
      ['mobile', 'ready', 10_000],
      ['mobile', 'unknown', 20_000],
    ])
    till.signIn('cashier')
    await askRound()
    await askRound()
    expect(core.memory.order.screen).toBe('done')
    expect(core.memory.done).toMatchObject({ payableFen: 36_900, paidFen: 36_900, changeFen: 0 })
  })

  test('finds an answer that comes after the till was closed harmless', async () => {
    pay(CODE.approved)
    const { time } = till.devices
    restart()
    await time.letGo()
    expect(events()).toEqual(['asked'])
    till.signIn('cashier')
    await askRound()
    expect(core.memory.order.screen).toBe('done')
  })
})

describe('an approved payment that is taken back', () => {
  async function approvedPart(): Promise<string> {
    pay(CODE.approved, 1000)
    await letGo()
    return core.memory.order.tenders[0]?.tenderId ?? ''
  }

  test('is voided at its terminal, on disk before and after, and the basket is free', async () => {
    const tenderId = await approvedPart()
    const asked = removeTender(core, { ...onOrder(core), tenderId })
    expect(states()).toEqual(['voiding'])
    expect(events().at(-1)).toBe('void-asked')
    await letGo()
    must(await asked)
    expect(events()).toEqual(['asked', 'approved', 'void-asked', 'voided'])
    expect(core.memory.order.tenders).toEqual([])
    expect(core.stores.payments.open()).toEqual([])
    take(core, 'TEA')
    expect(payable(core)).toBe(2050)
  })

  test('is voided after a restart that fell between', async () => {
    const tenderId = await approvedPart()
    void removeTender(core, { ...onOrder(core), tenderId })
    restart()
    expect(states()).toEqual(['voiding'])
    till.signIn('cashier')
    expect(refusal(completeSale(core, onOrder(core))).code).toBe('order-has-open-payment')
    await askRound()
    expect(events().at(-1)).toBe('voided')
    expect(core.memory.order.tenders).toEqual([])
    must(clearBasket(core, onOrder(core)))
  })

  test('that the provider will not take back is paid still', async () => {
    const tenderId = await approvedPart()
    const terminal = core.devices.terminal
    core.devices.terminal =
      terminal === null ? null : { ...terminal, takeBack: async () => ({ outcome: 'not-voided' }) }
    expect(refusal(await removeTender(core, { ...onOrder(core), tenderId })).code).toBe('void-failed')
    expect(states()).toEqual(['ready'])
    expect(events().at(-1)).toBe('void-failed')
    must(payCash(core, { ...onOrder(core), amountFen: 250 }))
    must(completeSale(core, onOrder(core)))
  })

  test('whose outcome is unknown is asked for until it is known', async () => {
    const tenderId = await approvedPart()
    const terminal = core.devices.terminal
    core.devices.terminal =
      terminal === null ? null : { ...terminal, takeBack: () => Promise.reject(new Error('line cut')) }
    must(await removeTender(core, { ...onOrder(core), tenderId }))
    expect(states()).toEqual(['voiding'])
    core.devices.terminal = terminal
    await askRound()
    expect(events().at(-1)).toBe('voided')
  })
})

test('sales of different customers do not touch each other', async () => {
  const first = pay(CODE.approved)
  await letGo()
  must(nextCustomer(core, core.newId()))
  const second = pay(CODE.declined)
  await letGo()
  must(clearBasket(core, onOrder(core)))
  expect([sold(first), sold(second)]).toEqual([true, false])
})
