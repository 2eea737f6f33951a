/**
 * The demo shop's past days, lived through by the till's own use cases on a clock that stands in the past: nothing is written
 * that a till would not have written, and nothing is left out.
 *
 * Invariants: the same shop, seed and days give the same sales; all of it happens in one turn of the event loop, and waits
 * only for answers that are there (store/all-or-none.ts); receipts count as printed; no signing in asks for a PIN.
 */
import type { RuleDraft } from '../shared/contract/rules.ts'
import { emptyOrder } from '../shared/domain/basket/order.ts'
import { fen } from '../shared/domain/money.ts'
import { ok, refuse, type Result } from '../shared/domain/result.ts'
import type { Core, DemoPast } from './core.ts'
import { DEMO_SEED, type DemoShop } from './demo/demo-shop.ts'
import { demoUuid } from './demo/demo-uuid.ts'
import { planHistory, type PlannedDay } from './demo/history/plan-history.ts'
import { idOf, rulesInHistory, type RuleChange, type RulesInHistory } from './demo/history/rules-in-history.ts'
import { makeSeededRandom } from './demo/seeded-random.ts'
import { dayNumberAt, dayText } from './demo/shop-date.ts'
import { serve, type PastClock } from './demo-visit.ts'
import type { Terminal } from './devices/terminal/terminal.ts'
import { publishRule } from './features/rules/publish-rule.ts'
import { setPaused } from './features/rules/set-paused.ts'
import { issueCoupons } from './features/setup/issue-coupons.ts'
import { closeShift } from './features/shift/close-shift.ts'
import { openShift } from './features/shift/open-shift.ts'
import { currentSummary } from './features/shift/shift-summary.ts'
import { admit } from './features/staff/sign-in.ts'
import { lastRowAt } from './store/last-row.ts'
import type { OperatorRecord } from './store/staff-store.ts'

const FLOAT_FEN = 50_000
const MANAGER = '9001'
const SETUP_BEFORE_OPENING_MS = 45 * 60_000
const RULES_BEFORE_OPENING_MS = 20 * 60_000
const NOTHING = fen(0)

/** The `days` days before today; null where the till has rows that are later than the first of them. */
export function beginPast(core: Core, shop: DemoShop, days: number): DemoPast | null {
  const today = dayNumberAt(core.clock.now())
  const plan = planHistory(shop, { seed: DEMO_SEED, today, days })
  const rules = rulesInHistory(shop, today, days)
  const firstDay = plan[0]
  if (firstDay === undefined) return null
  const beginsAt = firstDay.opensAt - SETUP_BEFORE_OPENING_MS
  if (lastRowAt(core.store) > beginsAt) return null
  const clock = createPastClock(beginsAt)
  const past = pastCore(core, clock)
  const members = withGrowthUntil(shop, plan, firstDay.day)
  return {
    core: past,
    shop: { ...rules.opening, members },
    live: () => liveThrough(past, clock, plan, rules),
  }
}

function createPastClock(beginsAt: number): PastClock {
  let at = beginsAt
  return {
    now: () => at,
    monotonicMs: () => at,
    resync: () => undefined,
    goTo: (next) => {
      at = Math.max(at, next)
    },
  }
}

/** The same files, and nothing of what the till remembers of itself. */
function pastCore(core: Core, clock: PastClock): Core {
  const random = makeSeededRandom(DEMO_SEED, 'history-ids')
  const newId = (): string => demoUuid(random, clock.now())
  return {
    ...core,
    clock,
    newId,
    memory: { ...core.memory, operator: null, shift: null, order: emptyOrder(newId()), answered: new Set() },
    devices: { printer: core.devices.printer, terminal: ALWAYS_APPROVES, trouble: { printing: false, refusal: null } },
    setPrinterTrouble: () => undefined,
    changed: () => undefined,
    dayOpened: () => undefined,
    wakePrinter: () => undefined,
  }
}

const ALWAYS_APPROVES: Terminal = {
  kind: 'simulated',
  charge: ({ attemptId }) => Promise.resolve({ outcome: 'approved', providerRef: `SIM-${attemptId.slice(-12)}` }),
  ask: (attemptId) => Promise.resolve({ outcome: 'approved', providerRef: `SIM-${attemptId.slice(-12)}` }),
  takeBack: () => Promise.resolve({ outcome: 'voided' }),
}

/** What those who come spend from the first day on stands in their sales, and is not taken over from before. */
function withGrowthUntil(shop: DemoShop, plan: readonly PlannedDay[], firstDay: number): DemoShop['members'] {
  const firstMonth = dayText(firstDay).slice(0, 7)
  const coming = new Set(plan.flatMap((day) => day.visits.flatMap((visit) => visit.customer?.memberId ?? [])))
  return shop.members.map((member) => {
    if (!coming.has(member.id)) return member
    const growthByMonthFen = member.growthByMonthFen.map((amount, index) =>
      (shop.growthMonths[index] ?? '') < firstMonth ? amount : NOTHING,
    )
    return { ...member, growthByMonthFen }
  })
}

/** By code. */
type Staff = ReadonlyMap<string, OperatorRecord>

async function liveThrough(
  core: Core,
  clock: PastClock,
  plan: readonly PlannedDay[],
  { changes }: RulesInHistory,
): Promise<Result<null>> {
  const staff: Staff = new Map(core.stores.staff.operators().map((operator) => [operator.code, operator]))
  for (const day of plan) {
    clock.goTo(day.opensAt - RULES_BEFORE_OPENING_MS)
    const ofDay = changes.filter((change) => change.day === day.day)
    const prepared = prepareDay(core, staff, day, ofDay)
    const sold = prepared.ok ? await sellThrough(core, staff, clock, day) : prepared
    const closed = sold.ok ? closeDay(core, clock, day) : sold
    if (!closed.ok) return closed
  }
  core.stores.printJobs.allPrinted()
  return ok(null)
}

/** The manager comes first where there is something to publish or to hand out. */
function prepareDay(core: Core, staff: Staff, { coupons }: PlannedDay, changes: readonly RuleChange[]): Result<null> {
  if (coupons.length === 0 && changes.length === 0) return ok(null)
  const manager = signIn(core, staff, MANAGER)
  if (!manager.ok) return manager
  for (const change of changes) {
    const changed = changeRule(core, change)
    if (!changed.ok) return changed
  }
  if (coupons.length === 0) return ok(null)
  const given = coupons.map((coupon) => ({ ...coupon, expiresOn: null }))
  return issueCoupons(core, core.newId(), given)
}

function changeRule(core: Core, change: RuleChange): Result<unknown> {
  if (change.kind === 'state') {
    const { ruleId, paused } = change
    const expectedVersion = core.catalog.offer(ruleId)?.version ?? 0
    return setPaused(core, { commandId: core.newId(), ruleId, paused, expectedVersion })
  }
  const ruleId = idOf(change)
  const { kind, label } = change
  const draft = { ruleId, kind, nameZh: label.zh, nameEn: label.en, body: bodyOf(change) }
  return publishMeant(core, draft, core.catalog.offer(ruleId)?.version ?? null)
}

function bodyOf({ body }: Extract<RuleChange, { body: object }>): RuleDraft['body'] {
  return Object.fromEntries(Object.entries(body).filter(([field]) => field !== 'id' && field !== 'template'))
}

/** Whatever the till warns of is meant so. */
function publishMeant(core: Core, draft: RuleDraft, expectedVersion: number | null): Result<unknown> {
  const confirmed: string[] = []
  for (;;) {
    const done = publishRule(core, { commandId: core.newId(), draft, expectedVersion, confirmed: [...confirmed] })
    if (done.ok || done.refusal.code !== 'rule-unconfirmed') return done
    confirmed.push(String(done.refusal.params['problem']))
  }
}

async function sellThrough(core: Core, staff: Staff, clock: PastClock, day: PlannedDay): Promise<Result<null>> {
  const [early, late] = day.cashiers
  clock.goTo(day.opensAt)
  const signedIn = signIn(core, staff, early)
  if (!signedIn.ok) return signedIn
  const opened = openShift(core, { commandId: core.newId(), shiftId: core.newId(), floatFen: FLOAT_FEN })
  if (!opened.ok) return opened
  for (const visit of day.visits) {
    clock.goTo(visit.at)
    if (visit.at >= day.handoverAt && core.memory.operator?.code !== late) {
      const handedOver = signIn(core, staff, late)
      if (!handedOver.ok) return handedOver
    }
    const served = await serve(core, clock, visit)
    if (!served.ok) return served
  }
  return ok(null)
}

function closeDay(core: Core, clock: PastClock, day: PlannedDay): Result<null> {
  clock.goTo(day.closesAt)
  const summary = currentSummary(core)
  if (!summary.ok) return summary
  const { shiftId, expectedCashFen } = summary.value
  const countedFen = Math.max(0, expectedCashFen + day.countedOffFen)
  const closed = closeShift(core, { commandId: core.newId(), shiftId, countedFen })
  return closed.ok ? ok(null) : closed
}

function signIn(core: Core, staff: Staff, code: string): Result<null> {
  const operator = staff.get(code)
  return operator === undefined ? refuse('operator-unknown') : admit(core, core.newId(), operator)
}
