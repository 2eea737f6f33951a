/**
 * One command of a run as data, so that it can be sent again exactly as it was, and how the till answers it. Ids are made
 * when the command is; whatever it names is named by what stood on the screen then.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { closeShift } from '../../electron/features/shift/close-shift.ts'
import { openShift } from '../../electron/features/shift/open-shift.ts'
import { openJobs, reprintReceipt, settleJob, type JobDecision } from '../../electron/features/receipts/reprint.ts'
import {
  attachCard,
  attachMember,
  chooseCoupon,
  detachMember,
  redeemPoints,
} from '../../electron/features/till/choose-member.ts'
import { endRule } from '../../electron/features/rules/end-rule.ts'
import { publishRule } from '../../electron/features/rules/publish-rule.ts'
import { setPaused } from '../../electron/features/rules/set-paused.ts'
import { choosePromotion } from '../../electron/features/till/choose-promotion.ts'
import { completeSale } from '../../electron/features/till/complete-sale.ts'
import {
  addToBasket,
  clearBasket,
  removeFromBasket,
  setLineQuantity,
} from '../../electron/features/till/edit-basket.ts'
import { manualPrice } from '../../electron/features/till/manual-price.ts'
import { orderDiscount } from '../../electron/features/till/order-discount.ts'
import { askAgain, askOpenPayments, payMobile, removeTender } from '../../electron/features/till/pay-mobile.ts'
import {
  backToBasket,
  beginPay,
  nextCustomer,
  payBankCard,
  payCash,
  payStoredValue,
} from '../../electron/features/till/pay.ts'
import { scan } from '../../electron/features/till/scan.ts'
import { saveSettings } from '../../electron/features/settings/save-settings.ts'
import type { Core } from '../../electron/core.ts'
import { ok, type Result } from '../../shared/domain/result.ts'
import type { WalletOrder } from '../../shared/domain/value/wallet.ts'
import { payable } from '../till/checkout.ts'
import { cardOf, members } from '../till/small-shop-members.ts'
import { coupons, products } from '../till/small-shop-goods.ts'
import { people } from '../till/small-shop.ts'
import type { SellingTill } from '../till/selling-till.ts'
import type { Dice } from './dice.ts'
import { importCommands } from './import-commands.ts'
import { memberCommands } from './member-commands.ts'
import type { SimulatedCommand } from './simulated-command.ts'
import { valueCommands } from './value-commands.ts'

type Maker = (till: SellingTill, dice: Dice) => SimulatedCommand

/** A command from facts: the facts are fixed here, the till comes when it is run. */
function command<Facts extends object>(
  name: string,
  facts: Facts,
  run: (core: Core, facts: Facts, till: SellingTill) => Promise<Result<unknown>> | Result<unknown>,
): SimulatedCommand {
  return { name, facts: facts as Readonly<Record<string, unknown>>, run: (till) => run(till.core, facts, till) }
}

const fresh = ({ core }: SellingTill) => ({ commandId: core.newId() })
const onOrder = ({ core }: SellingTill) => ({ commandId: core.newId(), orderId: core.memory.order.orderId })

const SKUS = products.map((product) => product.sku)
const CODES = [...products.flatMap((product) => product.barcode ?? []), '6900000000014', '2000017003562', '???']
const CARDS = [...members.flatMap((member) => member.cards.map((card) => card.number)), '8800000000902']
const COUPONS = [
  ...coupons.map((coupon) => coupon.couponId),
  ...members.flatMap((member) => member.coupons.map((coupon) => coupon.couponId)),
  'CP99999999999',
]
const QUANTITIES = [1000, 1000, 2000, 3000, 356, 0, -1000, 500, 1_000_000_000]
const GOOD_CARDS = members.flatMap((member) => (member.cards[0]?.status === 'active' ? [cardOf(member)] : []))

const line = ({ core }: SellingTill, dice: Dice): string =>
  core.memory.order.lines.length === 0 ? '1' : dice.pick(core.memory.order.lines).line
const due = (core: Core): number => {
  const paid = core.memory.order.tenders.reduce((sum, tender) => sum + tender.amountFen, 0)
  return Math.max(0, payable(core) - paid)
}
const tenderId = ({ core }: SellingTill, dice: Dice): string =>
  core.memory.order.tenders.length === 0 ? core.newId() : dice.pick(core.memory.order.tenders).tenderId

/** About what is due: mostly all of it or a part, at times too much. */
function amount(core: Core, dice: Dice): number {
  const all = due(core)
  return Math.max(
    1,
    dice.pick([all, all, all, Math.floor(all / 2), Math.ceil(all / 500) * 500, all + 1, all + 200_000]),
  )
}

const basket: readonly [number, Maker][] = [
  [
    14,
    (till, dice) =>
      command('scan', { ...fresh(till), code: dice.pick(CODES) }, (core, facts) => scan(core, facts).done),
  ],
  [
    8,
    (till, dice) =>
      command(
        'add',
        {
          ...fresh(till),
          sku: dice.pick(SKUS),
          qty: dice.happens(0.4) ? dice.pick(QUANTITIES) : undefined,
          priceFen: dice.happens(0.3) ? dice.whole(0, 9000) : undefined,
        },
        addToBasket,
      ),
  ],
  [
    3,
    (till, dice) =>
      command('quantity', { ...onOrder(till), line: line(till, dice), qty: dice.pick(QUANTITIES) }, setLineQuantity),
  ],
  [2, (till, dice) => command('remove-line', { ...onOrder(till), line: line(till, dice) }, removeFromBasket)],
  [1, (till) => command('clear', onOrder(till), clearBasket)],
  [
    2,
    (till, dice) =>
      command(
        'price',
        { ...onOrder(till), line: line(till, dice), priceFen: dice.pick([null, 0, 100, 1111, 50_000]), reason: '临期' },
        manualPrice,
      ),
  ],
]

const member: readonly [number, Maker][] = [
  [
    6,
    (till, dice) =>
      command(
        'card',
        { ...onOrder(till), cardNumber: dice.pick([...GOOD_CARDS, ...GOOD_CARDS, ...CARDS]) },
        attachCard,
      ),
  ],
  [2, (till, dice) => command('member', { ...onOrder(till), memberId: dice.pick(members).memberId }, attachMember)],
  [1, (till) => command('no-member', onOrder(till), detachMember)],
  [
    3,
    (till, dice) =>
      command('show-coupon', { ...fresh(till), code: dice.pick(COUPONS) }, (core, facts) => scan(core, facts).done),
  ],
  [
    2,
    (till, dice) =>
      command(
        'choose-coupon',
        { ...onOrder(till), couponId: dice.pick(COUPONS), choice: dice.pick(['auto', 'pinned', 'forbidden'] as const) },
        chooseCoupon,
      ),
  ],
  [
    2,
    (till, dice) =>
      command('points', { ...onOrder(till), points: dice.pick([0, 100, 250, 'max'] as const) }, redeemPoints),
  ],
]

const paying: readonly [number, Maker][] = [
  [12, (till) => command('pay', onOrder(till), beginPay)],
  [1, (till) => command('back', onOrder(till), backToBasket)],
  [10, (till, dice) => command('cash', { ...onOrder(till), amountFen: amount(till.core, dice) }, payCash)],
  [
    6,
    (till, dice) =>
      command(
        'value',
        { ...onOrder(till), amountFen: dice.happens(0.5) ? amount(till.core, dice) : undefined },
        payStoredValue,
      ),
  ],
  [
    2,
    (till, dice) =>
      command('bank-card', { ...onOrder(till), amountFen: amount(till.core, dice), slipNo: '0042' }, payBankCard),
  ],
  [
    7,
    (till, dice) =>
      command(
        'mobile',
        {
          ...onOrder(till),
          amountFen: dice.happens(0.5) ? amount(till.core, dice) : undefined,
          paymentCode: `1348726501938462${dice.whole(0, 9)}${dice.whole(0, 9)}`,
        },
        payMobile,
      ),
  ],
  [
    3,
    (till, dice) =>
      command('remove-tender', { ...onOrder(till), tenderId: tenderId(till, dice) }, withTime(removeTender)),
  ],
  [2, (till, dice) => command('ask-again', { ...onOrder(till), tenderId: tenderId(till, dice) }, withTime(askAgain))],
  [12, (till) => command('complete', onOrder(till), completeSale)],
  [4, (till) => command('next', fresh(till), (core, { commandId }) => nextCustomer(core, commandId))],
]

const surroundings: readonly [number, Maker][] = [
  [8, () => command('terminal-answers', {}, async (_core, _facts, till) => letAnswer(till))],
  [
    3,
    () =>
      command('ask-open-payments', {}, async (core, _facts, till) =>
        letHappen(
          till,
          askOpenPayments(core).then(() => ok(null)),
        ),
      ),
  ],
  [3, () => command('print', {}, async (_core, _facts, till) => till.print().then(() => ok(null)))],
  [2, (_till, dice) => command('printer', { outcome: dice.pick(['failed', 'unknown'] as const) }, breakPrinter)],
  [
    2,
    (till, dice) =>
      command(
        'settle-job',
        { ...fresh(till), place: dice.whole(0, 3), decision: dice.pick(['came-out', 'print-again', 'drop'] as const) },
        settleSome,
      ),
  ],
  [
    2,
    (till, dice) =>
      command(
        'reprint',
        { ...fresh(till), saleId: someSale(till.core, dice), jobId: till.core.newId() },
        reprintReceipt,
      ),
  ],
  [3, (_till, dice) => command('time', { ms: dice.pick([1000, 60_000, 3_600_000]) }, passTime)],
  [1, (_till, dice) => command('wall-clock', { ms: dice.pick([-7_200_000, -86_400_000 * 3, 30_000]) }, turnClock)],
  [2, (_till, dice) => command('sign-in', { role: dice.pick(['cashier', 'manager', 'manager'] as const) }, signIn)],
  [
    1,
    (till, dice) =>
      command(
        'wallet',
        { ...fresh(till), order: dice.pick(['proportional', 'principal-first', 'bonus-first'] as const) },
        setWallet,
      ),
  ],
  [
    1,
    (till, dice) =>
      command(
        'close-shift',
        {
          ...fresh(till),
          shiftId: till.core.memory.shift?.shiftId ?? till.core.newId(),
          countedFen: dice.whole(0, 100_000),
        },
        closeShift,
      ),
  ],
  [2, (till) => command('open-shift', { ...fresh(till), shiftId: till.core.newId(), floatFen: 10_000 }, openToday)],
]

const RULES = ['SIM-1', 'SIM-2', 'PM-300-30', 'CT-50-5']

/** A rule and the version that whoever changes it has seen. */
const rule = ({ core }: SellingTill, dice: Dice) => {
  const ruleId = dice.pick(RULES)
  return { commandId: core.newId(), ruleId, expectedVersion: core.catalog.offer(ruleId)?.version ?? 1 }
}

const draftOfRule = (till: SellingTill, dice: Dice) => {
  const ruleId = dice.pick(RULES)
  const current = till.core.catalog.offer(ruleId)
  const body = { kind: 'orderRate', rate: dice.pick([5000, 9000, 12_000]), scope: { skus: [dice.pick(SKUS)] } }
  const kind = current?.kind ?? ('promotion' as const)
  return {
    commandId: till.core.newId(),
    draft: { ruleId, kind, nameZh: `规则 ${ruleId}`, nameEn: '', body },
    expectedVersion: current?.version ?? null,
    confirmed: ['sku-not-discountable', 'scope-not-discountable', 'scope-disabled'],
  }
}

const rules: readonly [number, Maker][] = [
  [3, (till, dice) => command('publish-rule', draftOfRule(till, dice), publishRule)],
  [2, (till, dice) => command('pause-rule', { ...rule(till, dice), paused: dice.happens(0.5) }, setPaused)],
  [1, (till, dice) => command('end-rule', rule(till, dice), endRule)],
]

/** Mostly by whoever is signed in, at times with somebody who stands beside. */
const consent = (dice: Dice) => {
  const person = dice.happens(0.15) ? people[dice.pick(['cashier', 'supervisor', 'manager'] as const)] : undefined
  return person === undefined ? undefined : { operatorId: person.operatorId, pin: person.pin }
}

const VALUES = { rate: [9000, 8800, 5000, 100, 0], off: [1, 250, 1000, 30_000], round: [10, 100, 1000] } as const

const discountOf = (till: SellingTill, dice: Dice) => {
  const kind = dice.pick(['rate', 'off', 'round'] as const)
  const value = dice.happens(0.2) ? null : dice.pick<number>(VALUES[kind])
  return { ...onOrder(till), kind, value, reason: '老顾客', approval: consent(dice) }
}

const forced: readonly [number, Maker][] = [
  [
    2,
    (till, dice) =>
      command(
        'choose-promotion',
        {
          ...onOrder(till),
          promotionId: dice.pick([...RULES, 'NOBODY']),
          choice: dice.pick(['auto', 'pinned', 'pinned', 'forbidden'] as const),
          approval: consent(dice),
        },
        choosePromotion,
      ),
  ],
  [2, (till, dice) => command('discount', discountOf(till, dice), orderDiscount)],
]

const choices = [
  ...basket,
  ...member,
  ...paying,
  ...surroundings,
  ...rules,
  ...forced,
  ...memberCommands,
  ...valueCommands,
  ...importCommands,
]
const weight = choices.reduce((sum, [times]) => sum + times, 0)

const GUIDED_SHARE = 0.45

/** Half of the time what a cashier would do next, else anything at all. */
export function drawCommand(till: SellingTill, dice: Dice): SimulatedCommand {
  const { order, shift } = till.core.memory
  if (!dice.happens(GUIDED_SHARE)) return drawAny(till, dice)
  if (shift === null) return make('open-shift', till, dice)
  if (till.core.stores.settings.storedValueRules().version === 0 && dice.happens(0.1))
    return make('set-plans', till, dice)
  if (order.screen === 'done')
    return make(order.topUp !== null && dice.happens(0.4) ? 'reverse-top-up' : 'next', till, dice)
  if (order.topUp?.principalFen === 0) return make('choose-top-up', till, dice)
  if (order.screen === 'basket' && order.memberId !== null && dice.happens(0.2)) return make('begin-top-up', till, dice)
  if (order.screen === 'basket')
    return order.lines.length < dice.whole(1, 4)
      ? make(dice.pick(['scan', 'card', 'scan', 'show-coupon']), till, dice)
      : make(dice.happens(0.15) ? dice.pick(['discount', 'choose-promotion']) : 'pay', till, dice)
  if (order.tenders.some((tender) => tender.state !== 'ready'))
    return make(dice.pick(['terminal-answers', 'ask-open-payments']), till, dice)
  return due(till.core) === 0
    ? make('complete', till, dice)
    : make(dice.pick(['cash', 'value', 'cash', 'mobile', 'bank-card']), till, dice)
}

function make(name: string, till: SellingTill, dice: Dice): SimulatedCommand {
  for (;;) {
    const drawn = drawAny(till, dice)
    if (drawn.name === name) return drawn
  }
}

function drawAny(till: SellingTill, dice: Dice): SimulatedCommand {
  let place = dice.whole(0, weight - 1)
  for (const [times, maker] of choices) {
    if (place < times) return maker(till, dice)
    place -= times
  }
  throw new Error('the weights do not add up')
}

/** What waits for the terminal is answered at once. */
function withTime<Facts>(run: (core: Core, facts: Facts) => Promise<Result<unknown>>) {
  return (core: Core, facts: Facts, till: SellingTill) => letHappen(till, run(core, facts))
}

async function letHappen(till: SellingTill, happening: Promise<Result<unknown>>): Promise<Result<unknown>> {
  let over = false
  const watched = happening.finally(() => {
    over = true
  })
  watched.catch(() => undefined)
  await nextTurn()
  for (let turn = 0; turn < 200 && !over; turn += 1) {
    if (till.devices.time.waiting.length > 0) await till.devices.time.letGo()
    else await nextTurn()
  }
  return watched
}

async function letAnswer(till: SellingTill): Promise<Result<null>> {
  if (till.devices.time.waiting.length > 0) await till.devices.time.letGo()
  return ok(null)
}

function breakPrinter(_core: Core, { outcome }: { outcome: 'failed' | 'unknown' }, till: SellingTill): Result<null> {
  till.devices.printer.outcomes.push({ outcome, trouble: 'interrupted', detail: 'simulated' })
  return ok(null)
}

function settleSome(
  core: Core,
  { commandId, place, decision }: { commandId: string; place: number; decision: JobDecision },
): Result<unknown> {
  const jobs = openJobs(core)
  if (!jobs.ok) return jobs
  return settleJob(core, { commandId, jobId: jobs.value[place]?.jobId ?? commandId, decision })
}

function someSale(core: Core, dice: Dice): string {
  const sales = core.stores.sales.search({ text: '', amountFen: null, beforeAt: Number.MAX_SAFE_INTEGER, limit: 5 })
  return sales.length === 0 ? core.newId() : dice.pick(sales).document.documentId
}

function passTime(_core: Core, { ms }: { ms: number }, till: SellingTill): Result<null> {
  till.pass(ms)
  return ok(null)
}

/** Somebody sets the machine's clock. */
function turnClock(_core: Core, { ms }: { ms: number }, till: SellingTill): Result<null> {
  till.time.wallAt += ms
  return ok(null)
}

function signIn(_core: Core, { role }: { role: 'cashier' | 'manager' }, till: SellingTill): Result<null> {
  till.signIn(role)
  return ok(null)
}

async function setWallet(
  core: Core,
  { commandId, order }: { commandId: string; order: WalletOrder },
): Promise<Result<unknown>> {
  const { settings } = core.memory
  return settings === null ? ok(null) : saveSettings(core, { commandId, settings: { ...settings, walletOrder: order } })
}

/** Whoever opens confirms whatever date the till says. */
function openToday(core: Core, facts: { commandId: string; shiftId: string; floatFen: number }): Result<unknown> {
  const opened = openShift(core, facts)
  if (opened.ok || opened.refusal.code !== 'confirm-business-day') return opened
  const { today, last } = opened.refusal.params
  return openShift(core, { ...facts, businessDay: String(today) < String(last) ? String(last) : String(today) })
}
