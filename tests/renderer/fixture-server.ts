/**
 * A scripted till in memory that speaks the whole contract, so that screens can be tried without a core. Commands that
 * have no part in a sale are refused by name. The same command id gives the first answer, as the core does.
 */
import { createRouterClient, implement, ORPCError } from '@orpc/server'
import { v7 as uuidv7 } from 'uuid'
import type { AppView } from '../../shared/contract/app.ts'
import { contract } from '../../shared/contract/contract.ts'
import type { TenderView, TillView } from '../../shared/contract/till.ts'
import type { Client } from '../../renderer/state/client.ts'
import { CATEGORIES, MEMBERS, OPERATORS, PRODUCTS, SUPERVISOR_PIN } from './fixture-data.ts'
import { type FixtureLine, type FixtureOrder, viewOf } from './fixture-till.ts'

export interface Fixture {
  readonly client: Client
  /** how often each command was carried out, by its path */
  readonly done: ReadonlyMap<string, number>
  readonly view: () => AppView
  /** the terminal answers a payment that is being asked */
  readonly answerPayment: (state: 'ready' | 'unknown') => void
}

const base = implement(contract)

function newOrder(revision: number): FixtureOrder {
  return {
    revision,
    orderId: uuidv7(),
    screen: 'basket',
    lines: [],
    selectedLine: null,
    member: null,
    couponChoice: 'auto',
    points: 0,
    tenders: [],
    notice: null,
    done: null,
  }
}

function refuse(code: string, params: Record<string, string | number> = {}): never {
  throw new ORPCError('REFUSED', { status: 422, defined: true, data: { code, params } })
}

export function startFixture(nowAt: number = Date.UTC(2026, 10, 21, 2, 42)): Fixture {
  const till = new FixtureTill(nowAt)
  const client = createRouterClient(routerOf(till)) as unknown as Client
  return { client, done: till.done, view: () => till.app(), answerPayment: (state) => till.answerPayment(state) }
}

class FixtureTill {
  order = newOrder(1)
  revision = 1
  lineCount = 0
  noticeCount = 0
  saleCount = 1041
  readonly done = new Map<string, number>()
  readonly answers = new Map<string, TillView>()
  readonly watchers = new Set<() => void>()
  readonly nowAt: number

  constructor(nowAt: number) {
    this.nowAt = nowAt
  }

  /** Carries a command out once; the same id gives the first answer. */
  once(path: string, commandId: string, act: () => void): TillView {
    const first = this.answers.get(commandId)
    if (first !== undefined) return first
    act()
    this.done.set(path, (this.done.get(path) ?? 0) + 1)
    const view = this.changed()
    this.answers.set(commandId, view)
    return view
  }

  changed(): TillView {
    this.order.revision += 1
    this.revision += 1
    for (const wake of this.watchers) wake()
    return viewOf(this.order)
  }

  notice(code: string, params: Record<string, string | number> = {}): void {
    this.noticeCount += 1
    this.order.notice = { refusal: { code, params }, id: this.noticeCount }
  }

  line(id: string): FixtureLine {
    return this.order.lines.find((one) => one.line === id) ?? refuse('line-unknown')
  }

  add(sku: string, qty = 1000, priceFen?: number): void {
    const product = PRODUCTS.find((one) => one.sku === sku) ?? refuse('product-unknown', { sku })
    if (this.order.screen === 'done') this.order = newOrder(this.order.revision)
    const same = this.order.lines.find((one) => one.product.sku === sku && product.countable && priceFen === undefined)
    if (same === undefined) {
      this.lineCount += 1
      const line = String(this.lineCount)
      const own = priceFen === undefined ? product : { ...product, priceFen }
      this.order.lines = [...this.order.lines, { line, product: own, qty, manualFen: null, servedBy: null }]
      this.order.selectedLine = line
    } else {
      same.qty += qty
      this.order.selectedLine = same.line
    }
  }

  pay(tender: Partial<TenderView> & Pick<TenderView, 'kind' | 'amountFen'>): void {
    if (viewOf(this.order).dueFen === 0) refuse('nothing-due')
    this.order.tenders = [
      ...this.order.tenders,
      {
        tenderId: uuidv7(),
        state: 'ready',
        principalFen: null,
        bonusFen: null,
        detail: null,
        askedAt: null,
        ...tender,
      },
    ]
  }

  answerPayment(state: 'ready' | 'unknown'): void {
    this.order.tenders = this.order.tenders.map((one) => (one.kind === 'mobile' ? { ...one, state } : one))
    this.changed()
  }

  complete(): void {
    const view = viewOf(this.order)
    if (view.dueFen > 0) refuse('tender-below-due', { missingFen: view.dueFen })
    this.saleCount += 1
    this.order.done = {
      saleId: uuidv7(),
      receiptNo: `T01-${this.saleCount}`,
      payableFen: view.payableFen,
      paidFen: view.paidFen,
      changeFen: view.changeFen,
      pointsEarned: this.order.member === null ? 0 : view.points.earned,
      memberName: this.order.member?.name ?? null,
      drawer: true,
      liftedTo: this.order.member === null ? null : { zh: '钻石卡', en: 'Diamond' },
      topUp: null,
    }
    this.order.screen = 'done'
  }

  app(): AppView {
    return {
      revision: this.revision,
      phase: 'selling',
      shop: { name: '麦田烘焙', store: '徐汇店', till: '1 号机', demo: true },
      operator: OPERATORS[0] ?? null,
      permissions: ['sell', 'shift.open', 'shift.close', 'receipt.reprint', 'settings.edit'],
      shift: {
        shiftId: uuidv7(),
        businessDay: '2026-11-21',
        dayOrdinal: 1,
        openedAt: this.nowAt,
        openedBy: '李晓梅',
        floatFen: 50_000,
      },
      status: {
        hq: 'alone',
        unsentRows: 12,
        printer: { state: 'ready', queued: 0, unsure: 0, refusal: null },
        openPayments: this.order.tenders.filter((one) => one.state === 'unknown').length,
        rulesLeftOut: [],
        nowAt: this.nowAt,
      },
      till: viewOf(this.order),
    }
  }

  scan(code: string): 'goods' | 'member' | 'payment' | 'unknown' | 'refused' {
    const product = PRODUCTS.find((one) => one.barcode === code)
    const member = MEMBERS.find((one) => one.card === code.toUpperCase())
    if (product !== undefined) this.add(product.sku)
    else if (member !== undefined) {
      if (member.cardStatus !== 'active') {
        this.notice('card-lost', { tail: member.cardTail ?? '' })
        return 'refused'
      }
      this.order.member = member
      return 'member'
    } else if (/^(?:1[0-5]|2[5-9]|30)\d{14,22}$/.test(code)) {
      this.payMobile(viewOf(this.order).dueFen)
      return 'payment'
    } else {
      this.notice('code-unknown')
      return 'unknown'
    }
    return 'goods'
  }

  payMobile(amountFen: number): void {
    this.order.screen = 'pay'
    this.pay({ kind: 'mobile', amountFen, state: 'asking', detail: '微信支付', askedAt: this.nowAt })
  }
}

function routerOf(till: FixtureTill) {
  const t = base.till
  const on = (path: string, input: { commandId: string }, act: () => void): TillView =>
    till.once(path, input.commandId, act)
  return {
    app: {
      view: base.app.view.handler(() => till.app()),
      watch: base.app.watch.handler(async function* ({ signal }) {
        while (signal?.aborted !== true) {
          await new Promise<void>((resolve) => {
            till.watchers.add(resolve)
            signal?.addEventListener('abort', () => resolve())
          })
          till.watchers.clear()
          yield till.app()
        }
      }),
    },
    session: {
      operators: base.session.operators.handler(() => OPERATORS.map((one) => ({ ...one, lockedUntilAt: null }))),
    },
    products: {
      categories: base.products.categories.handler(() => CATEGORIES),
      grid: base.products.grid.handler(() => PRODUCTS),
      search: base.products.search.handler(({ input }) =>
        PRODUCTS.filter((one) =>
          `${one.name.zh}${one.name.en}${one.sku}`.toLowerCase().includes(input.query.toLowerCase()),
        ),
      ),
      addNow: base.products.addNow.handler(({ input }) => {
        if (input.approval === undefined) refuse('approval-required', { roleZh: '店长', roleEn: 'manager' })
        return on('addNow', input, () => till.add('P001'))
      }),
    },
    till: {
      view: t.view.handler(() => viewOf(till.order)),
      scan: t.scan.handler(({ input }) => {
        const kinds: ReturnType<FixtureTill['scan']>[] = []
        const view = on('scan', input, () => void kinds.push(till.scan(input.code)))
        const kind = kinds[0] ?? 'goods'
        return { kind, unknownCode: kind === 'unknown' ? input.code : null, till: view }
      }),
      add: t.add.handler(({ input }) => on('add', input, () => till.add(input.sku, input.qty, input.priceFen))),
      select: t.select.handler(({ input }) => {
        till.order.selectedLine = till.line(input.line).line
        return till.changed()
      }),
      setQuantity: t.setQuantity.handler(({ input }) =>
        on('setQuantity', input, () => {
          if (input.qty < 1 || input.qty > 9_999_000) refuse('quantity-out-of-range', { max: 9999 })
          till.line(input.line).qty = input.qty
        }),
      ),
      removeLine: t.removeLine.handler(({ input }) =>
        on('removeLine', input, () => {
          till.order.lines = till.order.lines.filter((one) => one.line !== input.line)
          till.order.selectedLine = till.order.lines[till.order.lines.length - 1]?.line ?? null
        }),
      ),
      clear: t.clear.handler(({ input }) => on('clear', input, () => (till.order = newOrder(till.order.revision)))),
      manualPrice: t.manualPrice.handler(({ input }) => {
        if (input.approval === undefined) refuse('approval-required', { roleZh: '主管', roleEn: 'supervisor' })
        if (input.approval.pin !== SUPERVISOR_PIN) refuse('approval-wrong', { left: 4 })
        return on('manualPrice', input, () => (till.line(input.line).manualFen = input.priceFen))
      }),
      serve: t.serve.handler(({ input }) =>
        on('serve', input, () => {
          const person = OPERATORS.find((one) => one.operatorId === input.operatorId)
          till.line(input.line).servedBy =
            person === undefined ? null : { operatorId: person.operatorId, name: person.name }
        }),
      ),
      findMembers: t.findMembers.handler(({ input }) =>
        MEMBERS.filter((one) => `${one.name}${one.maskedPhone}${one.card}`.includes(input.query)).map((one) => ({
          memberId: one.memberId,
          name: one.name,
          maskedPhone: one.maskedPhone,
          tier: one.tier?.label ?? null,
          cardTail: one.cardTail,
          cardStatus: one.cardStatus,
        })),
      ),
      attachMember: t.attachMember.handler(({ input }) =>
        on(
          'attachMember',
          input,
          () => (till.order.member = MEMBERS.find((one) => one.memberId === input.memberId) ?? null),
        ),
      ),
      detachMember: t.detachMember.handler(({ input }) => on('detachMember', input, () => (till.order.member = null))),
      chooseCoupon: t.chooseCoupon.handler(({ input }) =>
        on('chooseCoupon', input, () => (till.order.couponChoice = input.choice)),
      ),
      redeemPoints: t.redeemPoints.handler(({ input }) =>
        on('redeemPoints', input, () => (till.order.points = input.points === 'max' ? 1200 : input.points)),
      ),
      beginPay: t.beginPay.handler(({ input }) => {
        if (till.order.lines.length === 0) refuse('basket-empty')
        return on('beginPay', input, () => (till.order.screen = 'pay'))
      }),
      backToBasket: t.backToBasket.handler(({ input }) => {
        if (till.order.tenders.length > 0) refuse('basket-locked')
        return on('backToBasket', input, () => (till.order.screen = 'basket'))
      }),
      payCash: t.payCash.handler(({ input }) =>
        on('payCash', input, () => till.pay({ kind: 'cash', amountFen: input.amountFen })),
      ),
      payStoredValue: t.payStoredValue.handler(({ input }) =>
        on('payStoredValue', input, () => {
          const view = viewOf(till.order)
          const amountFen = input.amountFen ?? Math.min(view.dueFen, view.storedValueFen)
          till.pay({ kind: 'storedValue', amountFen, principalFen: amountFen - 867, bonusFen: 867 })
        }),
      ),
      payBankCard: t.payBankCard.handler(({ input }) =>
        on('payBankCard', input, () =>
          till.pay({ kind: 'bankCard', amountFen: input.amountFen, detail: input.slipNo }),
        ),
      ),
      payMobile: t.payMobile.handler(({ input }) =>
        on('payMobile', input, () => till.payMobile(input.amountFen ?? viewOf(till.order).dueFen)),
      ),
      askAgain: t.askAgain.handler(({ input }) => on('askAgain', input, () => till.answerPayment('ready'))),
      removeTender: t.removeTender.handler(({ input }) =>
        on(
          'removeTender',
          input,
          () => (till.order.tenders = till.order.tenders.filter((one) => one.tenderId !== input.tenderId)),
        ),
      ),
      complete: t.complete.handler(({ input }) => on('complete', input, () => till.complete())),
      next: t.next.handler(({ input }) => on('next', input, () => (till.order = newOrder(till.order.revision)))),
    },
  }
}
