/**
 * A till that only acts: the whole contract answered from scripted data, so that screens can be looked at in states
 * that a real core reaches rarely (a lock, an unsure print job, a clock that is off). It keeps no rule of the till and
 * stores nothing. PINs are the code followed by 88; a float of 999.00 asks to confirm the business day.
 */
import { implement, ORPCError } from '@orpc/server'
import type { AppView, OperatorView, Permission, ShiftSummary, ShiftView } from '../../shared/contract/app.ts'
import type {
  ImportPreview,
  PrintJobRow,
  ProductEdit,
  ReceiptRow,
  Settings,
} from '../../shared/contract/back-office.ts'
import { contract } from '../../shared/contract/contract.ts'
import type { RuleView } from '../../shared/contract/rules.ts'
import {
  fixtureId,
  fixtureJobs,
  fixtureOperators,
  fixtureProducts,
  fixtureReceipts,
  fixtureSettings,
} from './fixture-data.ts'
import { fixturePaper } from './fixture-paper.ts'
import {
  checkFixture,
  fixtureChoices,
  fixtureReplay,
  fixtureRules,
  fixtureVersions,
  publishFixture,
  unknownRule,
} from './fixture-rules.ts'

const PERMISSIONS: Record<OperatorView['role'], Permission[]> = {
  cashier: ['sell', 'receipt.reprint', 'shift.open', 'shift.close'],
  supervisor: ['sell', 'receipt.reprint', 'shift.open', 'shift.close', 'price.manual', 'product.add-now'],
  manager: [
    'sell',
    'receipt.reprint',
    'shift.open',
    'shift.close',
    'price.manual',
    'product.add-now',
    'price.below-cost',
    'product.edit',
    'operator.manage',
    'settings.edit',
    'rules.edit',
  ],
}

const TRIES = 5
const DAY = '2026-11-21'

/** Where the story begins, and what is unusual in it. */
export interface FixtureStory {
  readonly phase: AppView['phase']
  readonly demo?: boolean
  readonly empty?: boolean
  readonly unsureJob?: boolean
  /** head office sent a rule of a kind that this till does not know */
  readonly unknownRule?: boolean
  readonly operatorCode?: string
}

interface Stage {
  phase: AppView['phase']
  shop: AppView['shop']
  operator: OperatorView | null
  shift: ShiftView | null
  operators: OperatorView[]
  wrongPins: Map<string, number>
  lockedUntil: Map<string, number>
  products: ProductEdit[]
  receipts: ReceiptRow[]
  jobs: PrintJobRow[]
  settings: Settings
  rules: RuleView[]
  /** how often the running replay was asked about, and whether it was stopped */
  replay: { asked: number; cancelled: boolean }
  revision: number
}

function stageOf(story: FixtureStory): Stage {
  const operators = fixtureOperators()
  const signedIn = operators.find(({ code }) => code === story.operatorCode) ?? null
  const demo = story.demo !== false
  return {
    phase: story.phase,
    shop: story.phase === 'first-start' ? null : { name: '麦田烘焙', store: '徐汇店', till: '1 号机', demo },
    operator: signedIn,
    shift: story.phase === 'selling' ? shiftOf(30_000, '李晓梅') : null,
    operators,
    wrongPins: new Map(),
    lockedUntil: new Map(),
    products: story.empty === true ? [] : fixtureProducts(),
    receipts: story.empty === true ? [] : fixtureReceipts(Date.now()),
    jobs: story.unsureJob === true ? fixtureJobs(Date.now()) : [],
    settings: fixtureSettings(),
    rules: [...(story.unknownRule === true ? [unknownRule()] : []), ...(story.empty === true ? [] : fixtureRules())],
    replay: { asked: 0, cancelled: false },
    revision: 1,
  }
}

const shiftOf = (floatFen: number, openedBy: string): ShiftView => ({
  shiftId: fixtureId(900),
  businessDay: DAY,
  dayOrdinal: 1,
  openedAt: Date.now() - 4 * 3_600_000,
  openedBy,
  floatFen,
})

function summaryOf(stage: Stage, countedFen: number | null): ShiftSummary {
  const floatFen = stage.shift?.floatFen ?? 30_000
  const idle = stage.receipts.length === 0
  const cashInFen = idle ? 0 : 128_640
  const expectedCashFen = floatFen + cashInFen
  const tenders = [
    { kind: 'cash', label: { zh: '现金', en: 'Cash' }, count: 31, amountFen: 128_640 },
    { kind: 'mobile', label: { zh: '扫码支付', en: 'Mobile' }, count: 58, amountFen: 341_260 },
    { kind: 'storedValue', label: { zh: '储值', en: 'Stored value' }, count: 12, amountFen: 86_410 },
    { kind: 'bankCard', label: { zh: '银行卡', en: 'Bank card' }, count: 2, amountFen: 33_600 },
  ]
  return {
    shiftId: stage.shift?.shiftId ?? fixtureId(900),
    businessDay: stage.shift?.businessDay ?? DAY,
    dayOrdinal: 1,
    openedAt: stage.shift?.openedAt ?? Date.now(),
    closedAt: countedFen === null ? null : Date.now(),
    salesCount: idle ? 0 : 96,
    salesFen: idle ? 0 : 589_910,
    discountFen: idle ? 0 : 74_320,
    tenders: idle ? [] : tenders,
    topUps: { count: 0, amountFen: 0 },
    payOuts: { count: 0, amountFen: 0 },
    floatFen,
    cashInFen,
    expectedCashFen,
    countedCashFen: countedFen,
    differenceFen: countedFen === null ? null : countedFen - expectedCashFen,
    pointsIssued: idle ? 0 : 4821,
    pointsRedeemed: idle ? 0 : 1200,
  }
}

function appOf(stage: Stage): AppView {
  const unsure = stage.jobs.filter(({ state }) => state === 'unsure').length
  return {
    revision: stage.revision,
    phase: stage.phase,
    shop: stage.shop,
    operator: stage.operator,
    permissions: stage.operator === null ? [] : PERMISSIONS[stage.operator.role],
    shift: stage.shift,
    status: {
      hq: 'alone',
      unsentRows: 0,
      printer: { state: unsure > 0 ? 'trouble' : 'ready', queued: 0, unsure, refusal: null },
      openPayments: 0,
      rulesLeftOut: [],
      nowAt: Date.now(),
    },
    till: null,
  }
}

const refuse = (code: string, params: Record<string, string | number> = {}): never => {
  throw new ORPCError('REFUSED', { status: 422, defined: true, message: 'refused', data: { code, params } })
}

const ACTIONS = ['new', 'new', 'update', 'unchanged'] as const

function previewOf(text: string): ImportPreview {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(1)
  if (lines.length === 0) refuse('import-empty')
  const rows = lines.map((line, index): ImportPreview['rows'][number] => {
    const [nameZh = '', barcode = '', priceText = ''] = line.split('\t')
    const wrong = /^\d+(\.\d{1,2})?$/.test(priceText)
      ? null
      : { code: 'import-price-wrong', params: { text: priceText } }
    const action = wrong === null ? ACTIONS[index % 4] : 'error'
    return { row: index + 2, nameZh, barcode, priceText, action: action ?? ('new' as const), problem: wrong }
  })
  const count = (action: string): number => rows.filter((row) => row.action === action).length
  return {
    digest: String(text.length),
    rows,
    newCount: count('new'),
    updateCount: count('update'),
    unchangedCount: count('unchanged'),
    errorCount: count('error'),
  }
}

const { app, setup, session, shift, products, operators, settings, receipts, rules, replay } = implement(contract)

export function fixtureTill(story: FixtureStory) {
  const stage = stageOf(story)
  let wake = (): void => {}
  let changed = new Promise<void>((resolve) => (wake = resolve))
  const touch = (): AppView => {
    stage.revision += 1
    const before = wake
    changed = new Promise<void>((resolve) => (wake = resolve))
    before()
    return appOf(stage)
  }
  const router = {
    app: {
      view: app.view.handler(() => appOf(stage)),
      watch: app.watch.handler(async function* () {
        for (;;) {
          yield appOf(stage)
          await changed
        }
      }),
      about: app.about.handler(() => ({
        name: '掌柜',
        version: '0.1.0',
        host: 'browser' as const,
        runtime: 'fixture',
      })),
    },
    setup: {
      tryDemo: setup.tryDemo.handler(async () => {
        await new Promise((resolve) => setTimeout(resolve, 1500))
        stage.phase = 'sign-in'
        stage.shop = { name: '麦田烘焙', store: '徐汇店', till: '1 号机', demo: true }
        return touch()
      }),
      openShop: setup.openShop.handler(({ input }) => {
        if (/^(\d)\1+$/.test(input.managerPin)) refuse('pin-too-simple')
        stage.phase = 'sign-in'
        stage.shop = { name: input.shopName, store: '', till: '', demo: false }
        stage.operators = [
          {
            operatorId: input.managerId,
            name: input.managerName,
            code: input.managerCode,
            role: 'manager',
            disabled: false,
          },
        ]
        return touch()
      }),
    },
    session: {
      operators: session.operators.handler(() =>
        stage.operators.map((operator) => ({
          ...operator,
          lockedUntilAt: stage.lockedUntil.get(operator.operatorId) ?? null,
        })),
      ),
      signIn: session.signIn.handler(({ input }) => {
        const operator = stage.operators.find(({ operatorId }) => operatorId === input.operatorId)
        if (operator === undefined) return refuse('operator-unknown')
        if ((stage.lockedUntil.get(operator.operatorId) ?? 0) > Date.now()) return refuse('pin-locked', { minutes: 5 })
        if (input.pin !== `${operator.code}88`) {
          const wrong = (stage.wrongPins.get(operator.operatorId) ?? 0) + 1
          stage.wrongPins.set(operator.operatorId, wrong)
          if (wrong < TRIES) return refuse('pin-wrong', { left: TRIES - wrong })
          stage.lockedUntil.set(operator.operatorId, Date.now() + 5 * 60_000)
          return refuse('pin-locked', { minutes: 5 })
        }
        stage.operator = operator
        stage.phase = stage.shift === null ? 'no-shift' : 'selling'
        return touch()
      }),
      signOut: session.signOut.handler(() => {
        stage.operator = null
        stage.phase = 'sign-in'
        return touch()
      }),
    },
    shift: {
      open: shift.open.handler(({ input }) => {
        if (input.floatFen === 99_900 && input.businessDay === undefined) {
          return refuse('confirm-business-day', { today: '2026-11-25', last: '2026-11-21' })
        }
        stage.shift = { ...shiftOf(input.floatFen, stage.operator?.name ?? ''), businessDay: input.businessDay ?? DAY }
        stage.phase = 'selling'
        return touch()
      }),
      summary: shift.summary.handler(() => summaryOf(stage, null)),
      close: shift.close.handler(({ input }) => {
        const closed = summaryOf(stage, input.countedFen)
        stage.shift = null
        stage.phase = 'no-shift'
        touch()
        return closed
      }),
    },
    products: {
      categories: products.categories.handler(() => [
        { categoryId: 'bread', label: { zh: '面包', en: 'Bread' }, color: '#c99a4b' },
        { categoryId: 'cake', label: { zh: '蛋糕', en: 'Cakes' }, color: '#b9606b' },
        { categoryId: 'coffee', label: { zh: '咖啡', en: 'Coffee' }, color: '#7a5a43' },
        { categoryId: 'tea', label: { zh: '茶饮', en: 'Tea' }, color: '#6b8f71' },
        { categoryId: 'drinks', label: { zh: '饮料', en: 'Drinks' }, color: '#6b8f71' },
        { categoryId: 'dairy', label: { zh: '乳品', en: 'Dairy' }, color: '#5b86a8' },
        { categoryId: 'snacks', label: { zh: '零食', en: 'Snacks' }, color: '#8c7bb0' },
        { categoryId: 'pantry', label: { zh: '粮油', en: 'Pantry' }, color: '#a39c8f' },
        { categoryId: 'weighed', label: { zh: '称重', en: 'By weight' }, color: '#8c7bb0' },
        { categoryId: 'household', label: { zh: '日用', en: 'Household' }, color: '#a39c8f' },
      ]),
      grid: products.grid.handler(() => []),
      list: products.list.handler(() => stage.products),
      save: products.save.handler(({ input }) => {
        const taken = stage.products.find(
          ({ sku, barcode }) => barcode !== null && barcode === input.product.barcode && sku !== input.product.sku,
        )
        if (taken !== undefined) {
          const { nameZh, nameEn } = taken
          return refuse('barcode-taken', {
            barcode: input.product.barcode ?? '',
            nameZh,
            nameEn: nameEn === '' ? nameZh : nameEn,
          })
        }
        stage.products = [input.product, ...stage.products.filter(({ sku }) => sku !== input.product.sku)]
        return input.product
      }),
      previewImport: products.previewImport.handler(({ input }) => previewOf(input.text)),
      commitImport: products.commitImport.handler(({ input }) => {
        const { newCount, updateCount } = previewOf(input.text)
        return { newCount, updateCount }
      }),
    },
    operators: {
      list: operators.list.handler(() => stage.operators),
      add: operators.add.handler(({ input: { operatorId, name, code, role } }) => {
        if (stage.operators.some((operator) => operator.code === code)) return refuse('operator-code-taken', { code })
        stage.operators = [...stage.operators, { operatorId, name, code, role, disabled: false }]
        return stage.operators
      }),
      resetPin: operators.resetPin.handler(() => stage.operators),
      setDisabled: operators.setDisabled.handler(({ input }) => {
        const managers = stage.operators.filter(({ role, disabled }) => role === 'manager' && !disabled)
        if (input.disabled && managers.length === 1 && managers[0]?.operatorId === input.operatorId) {
          return refuse('operator-last-manager')
        }
        stage.operators = stage.operators.map((operator) =>
          operator.operatorId === input.operatorId ? { ...operator, disabled: input.disabled } : operator,
        )
        return stage.operators
      }),
    },
    settings: {
      get: settings.get.handler(() => stage.settings),
      save: settings.save.handler(({ input }) => (stage.settings = input.settings)),
      testPrint: settings.testPrint.handler(() =>
        stage.settings.printer.kind === 'network' ? refuse('printer-unreachable') : appOf(stage).status,
      ),
    },
    receipts: {
      recent: receipts.recent.handler(({ input }) =>
        stage.receipts
          .filter(({ at }) => input.beforeAt === undefined || at < input.beforeAt)
          .filter(
            ({ receiptNo, memberName }) => receiptNo.includes(input.query) || (memberName ?? '').includes(input.query),
          )
          .slice(0, input.limit),
      ),
      preview: receipts.preview.handler(({ input }) => {
        const receipt = stage.receipts.find(({ saleId }) => saleId === input.saleId)
        return receipt === undefined ? refuse('sale-unknown') : fixturePaper(receipt)
      }),
      reprint: receipts.reprint.handler(({ input }) => {
        const found = stage.receipts.find(({ saleId }) => saleId === input.saleId)
        if (found === undefined) return refuse('sale-unknown')
        const next: ReceiptRow = { ...found, copies: found.copies + 1, print: 'queued' }
        stage.receipts = stage.receipts.map((row) => (row.saleId === next.saleId ? next : row))
        return next
      }),
      openJobs: receipts.openJobs.handler(() => stage.jobs),
      settleJob: receipts.settleJob.handler(({ input }) => {
        stage.jobs = stage.jobs.filter(({ jobId }) => jobId !== input.jobId)
        touch()
        return stage.jobs
      }),
    },
    rules: rulesOf(stage),
    replay: {
      range: replay.range.handler(() => ({ firstDay: '2026-08-24', lastDay: DAY, receipts: 8912 })),
      start: replay.start.handler(() => {
        stage.replay = { asked: 0, cancelled: false }
        return { replayId: fixtureId(950) }
      }),
      progress: replay.progress.handler(({ input }) => {
        stage.replay.asked += 1
        return fixtureReplay(input.replayId, stage.replay.asked, stage.replay.cancelled)
      }),
      cancel: replay.cancel.handler(({ input }) => {
        stage.replay.cancelled = true
        return fixtureReplay(input.replayId, stage.replay.asked, true)
      }),
    },
  }
  return { router, stage, touch }
}

function rulesOf(stage: Stage) {
  const known = (ruleId: string): RuleView => {
    const rule = stage.rules.find((one) => one.ruleId === ruleId)
    return rule ?? refuse('rule-unknown')
  }
  const replace = (rule: RuleView): RuleView => {
    stage.rules = [rule, ...stage.rules.filter(({ ruleId }) => ruleId !== rule.ruleId)]
    return rule
  }
  return {
    list: rules.list.handler(() => ({
      rules: stage.rules,
      notices: stage.rules
        .filter(({ understood }) => !understood)
        .map(({ nameZh, nameEn }) => ({ code: 'rule-left-out', params: { nameZh, nameEn } })),
    })),
    choices: rules.choices.handler(() => fixtureChoices()),
    check: rules.check.handler(({ input }) => checkFixture(input.draft, stage.rules)),
    publish: rules.publish.handler(({ input }) =>
      replace(
        publishFixture(
          input.draft,
          stage.rules.find(({ ruleId }) => ruleId === input.draft.ruleId),
        ),
      ),
    ),
    setPaused: rules.setPaused.handler(({ input }) => {
      const rule = known(input.ruleId)
      return replace({ ...rule, status: input.paused ? 'paused' : 'running', version: rule.version + 1 })
    }),
    end: rules.end.handler(({ input }) => {
      const rule = known(input.ruleId)
      return replace({ ...rule, status: 'ended', version: rule.version + 1, changedAt: Date.now() })
    }),
    versions: rules.versions.handler(({ input }) => fixtureVersions(known(input.ruleId))),
    pricedWith: rules.pricedWith.handler(({ input }) => ({
      saleId: input.saleId,
      receiptNo: 'K7-020260',
      at: Date.now(),
      exact: true,
      rules: stage.rules.slice(1, 3).map(({ ruleId, nameZh, nameEn, version, changedAt, body, sentence }) => ({
        ruleId,
        kind: 'promotion' as const,
        name: { zh: nameZh, en: nameEn },
        version,
        versionAt: changedAt,
        body,
        sentence,
        amountFen: -900,
      })),
    })),
  }
}
