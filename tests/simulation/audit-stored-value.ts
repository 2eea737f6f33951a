/**
 * Top-ups, reversals and closings by the specification alone: what was paid is what was bought, gifts are those of the plan
 * as it was set then, the cap and the limits held, a reversal takes back exactly and only an unused top-up within its days,
 * and a closing leaves nothing.
 */
import type { Database } from 'better-sqlite3'
import type { Report } from './report.ts'

interface RawValueDocument {
  readonly documentId: string
  readonly kind: string
  readonly seq: number
  readonly day: string
  readonly memberId: string
  readonly operatorId: string
  readonly role: string
  readonly payableFen: number
  readonly paidFen: number
  readonly changeFen: number
  readonly principalAfterFen: number
  readonly bonusAfterFen: number
  readonly principalFen: number
  readonly bonusFen: number
  readonly points: number
  readonly coupons: number
  readonly planId: string | null
  readonly rulesVersion: number
  readonly approverId: string | null
  readonly reverses: string | null
  readonly rowKind: string
  readonly payload: string
}

const DOCUMENTS = `SELECT d.document_id AS documentId, d.kind AS kind, d.seq AS seq, d.business_day AS day,
  v.member_id AS memberId, d.operator_id AS operatorId, o.role AS role, d.payable_fen AS payableFen,
  d.paid_fen AS paidFen, d.change_fen AS changeFen, d.principal_after_fen AS principalAfterFen,
  d.bonus_after_fen AS bonusAfterFen, v.principal_fen AS principalFen, v.bonus_fen AS bonusFen, v.points AS points,
  v.coupons AS coupons, v.plan_id AS planId, v.rules_version AS rulesVersion, v.approver_id AS approverId,
  v.reverses AS reverses, c.kind AS rowKind, c.payload AS payload
  FROM value_documents AS v JOIN documents AS d ON d.document_id = v.document_id AND d.seq = v.seq
  JOIN chain AS c ON c.seq = v.seq LEFT JOIN operators AS o ON o.operator_id = d.operator_id ORDER BY v.seq`

interface RawPosting {
  readonly account: string
  readonly lot: string
  readonly asset: string
  readonly amount: number
}

interface RawTender {
  readonly kind: string
  readonly amountFen: number
}

interface Rules {
  readonly version: number
  readonly plans: readonly {
    readonly planId: string
    readonly steps: readonly {
      readonly fromFen: number
      readonly bonusFen: number
      readonly points: number
      readonly coupons: readonly { readonly count: number }[]
    }[]
  }[]
  readonly registeredCapFen: number
  readonly limits: { readonly operationFen: number; readonly operatorDayFen: number; readonly dayFen: number }
  readonly reversalDays: number
}

/** What the law says where a shop has set nothing. */
const UNSET: Rules = {
  version: 0,
  plans: [],
  registeredCapFen: 500_000,
  limits: { operationFen: 200_000, operatorDayFen: 1_000_000, dayFen: 3_000_000 },
  reversalDays: 7,
}

export function auditStoredValue(sqlite: Database, report: Report): void {
  const documents = sqlite.prepare<[], RawValueDocument>(DOCUMENTS).all()
  const count = sqlite.prepare<[], { n: number }>("SELECT count(*) AS n FROM documents WHERE kind <> 'sale'").get()
  report.equal(count?.n, documents.length, 'stored-value', 'documents of stored value')
  const rules = new Map<number, Rules>([[0, UNSET]])
  for (const { rules: set } of sqlite
    .prepare<[], { rules: string }>(
      "SELECT payload -> '$.rules' AS rules FROM chain WHERE kind = 'stored-value-set' ORDER BY seq",
    )
    .all()) {
    const parsed = JSON.parse(set) as Rules
    report.demand(!rules.has(parsed.version), 'stored-value', `version ${parsed.version} was set twice`)
    rules.set(parsed.version, parsed)
  }
  const byId = new Map(documents.map((document) => [document.documentId, document]))
  for (const [index, document] of documents.entries()) {
    const held = rules.get(document.rulesVersion) ?? UNSET
    const postings = sqlite
      .prepare<[number], RawPosting>('SELECT account, lot, asset, amount FROM postings WHERE seq = ? ORDER BY ordinal')
      .all(document.seq)
    const tenders = sqlite
      .prepare<[string], RawTender>('SELECT kind, amount_fen AS amountFen FROM tenders WHERE document_id = ?')
      .all(document.documentId)
    auditMoney(report, document, postings, tenders)
    auditRow(report, document, postings)
    if (document.kind === 'top-up') auditTopUp(sqlite, report, document, postings, held, documents.slice(0, index))
    else auditPayOut(sqlite, report, document, byId.get(document.reverses ?? ''), held)
  }
}

const sum = (postings: readonly RawPosting[], account: string, asset: string): number =>
  postings.reduce((total, one) => (one.account === account && one.asset === asset ? total + one.amount : total), 0)

/** Money in is what was bought, money out is the principal that was taken. */
function auditMoney(
  report: Report,
  document: RawValueDocument,
  postings: readonly RawPosting[],
  tenders: readonly RawTender[],
): void {
  const { documentId, kind, payableFen, paidFen, changeFen, principalFen } = document
  const taken = (of: string): number =>
    tenders.reduce((total, tender) => (tender.kind === of ? total + tender.amountFen : total), 0)
  report.equal(payableFen, principalFen, 'stored-value', `money of ${documentId}`)
  report.equal(paidFen - changeFen, payableFen, 'stored-value', `what was kept of ${documentId}`)
  report.equal(
    tenders.reduce((total, { amountFen }) => total + amountFen, 0),
    paidFen,
    'stored-value',
    `tenders of ${documentId}`,
  )
  report.demand(changeFen <= Math.max(0, taken('cash')), 'stored-value', `change of ${documentId} is not cash`)
  const money = { cash: taken('cash') - changeFen, mobile: taken('mobile'), 'bank-card': taken('bankCard') }
  const debt = kind === 'closing' ? 'stored-value-paid-out' : 'stored-value-sold'
  for (const [account, amount] of Object.entries({
    ...money,
    'paid-elsewhere': taken('elsewhere'),
    [debt]: 0 - payableFen,
  }))
    report.equal(sum(postings, account, 'CNY'), amount, 'entries', `${account} of ${documentId}`)
  const member = `member:${document.memberId}`
  for (const [asset, amount] of [
    ['PRINCIPAL', principalFen],
    ['BONUS', document.bonusFen],
    ['POINTS', document.points],
  ] as const)
    report.equal(sum(postings, member, asset), amount, 'entries', `${asset} of ${documentId}`)
}

function auditRow(report: Report, document: RawValueDocument, postings: readonly RawPosting[]): void {
  const { documentId, kind, rowKind } = document
  report.equal(rowKind, kind, 'projection', `row of ${documentId}`)
  const payload = JSON.parse(document.payload) as {
    document: Record<string, unknown>
    postings: unknown
    topUp?: Record<string, unknown>
    payOut?: Record<string, unknown>
  }
  const said = payload.topUp ?? payload.payOut ?? {}
  for (const name of ['principalFen', 'bonusFen', 'points', 'coupons', 'approverId', 'rulesVersion'] as const)
    report.equal(document[name], said[name], 'projection', `${name} of ${documentId}`)
  for (const name of ['payableFen', 'paidFen', 'changeFen', 'principalAfterFen', 'bonusAfterFen'] as const)
    report.equal(document[name], payload.document[name], 'projection', `${name} of ${documentId}`)
  const posted = postings.map(({ account, lot, asset, amount }) => [account, lot, asset, amount])
  report.equal(posted, payload.postings, 'projection', `postings of ${documentId}`)
}

function auditTopUp(
  sqlite: Database,
  report: Report,
  document: RawValueDocument,
  postings: readonly RawPosting[],
  rules: Rules,
  before: readonly RawValueDocument[],
): void {
  const { documentId, principalFen, bonusFen, points, planId, day, operatorId } = document
  report.demand(principalFen > 0, 'stored-value', `${documentId} bought nothing`)
  const steps = rules.plans.find((plan) => plan.planId === planId)?.steps ?? []
  const step = steps.findLast(({ fromFen }) => fromFen <= principalFen)
  const coupons = (step?.coupons ?? []).reduce((total, { count }) => total + count, 0)
  const gifts = [step?.bonusFen ?? 0, step?.points ?? 0, coupons]
  report.equal([bonusFen, points, document.coupons], gifts, 'stored-value', `gifts of ${documentId}`)
  const issued = sqlite
    .prepare<[number], { n: number }>("SELECT count(*) AS n FROM coupon_events WHERE seq = ? AND kind = 'issued'")
    .get(document.seq)
  report.equal(issued?.n, document.coupons, 'stored-value', `coupons of ${documentId}`)
  report.demand(
    document.principalAfterFen <= rules.registeredCapFen,
    'stored-value',
    `${documentId} leaves more principal than the law allows`,
  )
  const own = new Set(postings.filter(({ lot }) => lot !== '').map(({ lot }) => lot))
  for (const lot of own) report.demand(lot.startsWith(`${documentId}/`), 'stored-value', `lot ${lot} of ${documentId}`)
  const today = before.filter((one) => one.kind === 'top-up' && one.day === day)
  const total = (of: readonly RawValueDocument[]): number =>
    of.reduce((all, one) => all + one.principalFen, principalFen)
  const above =
    principalFen > rules.limits.operationFen ||
    total(today.filter((one) => one.operatorId === operatorId)) > rules.limits.operatorDayFen ||
    total(today) > rules.limits.dayFen
  report.demand(
    !above || document.approverId !== null || document.role !== 'cashier',
    'approval',
    `${documentId} is above a limit and nobody said yes`,
  )
}

const DAY_MS = 86_400_000

function auditPayOut(
  sqlite: Database,
  report: Report,
  document: RawValueDocument,
  first: RawValueDocument | undefined,
  rules: Rules,
): void {
  const { documentId, seq, memberId, kind } = document
  report.demand(
    document.approverId !== null || document.role !== 'cashier',
    'approval',
    `nobody said yes to ${documentId}`,
  )
  if (kind === 'closing') {
    const left = sqlite
      .prepare<[string, number], { n: number }>(
        `SELECT count(*) AS n FROM (SELECT lot FROM postings WHERE account = ? AND asset IN ('PRINCIPAL', 'BONUS')
          AND seq <= ? GROUP BY lot HAVING sum(amount) <> 0)`,
      )
      .get(`member:${memberId}`, seq)
    report.equal(left?.n, 0, 'stored-value', `lots left by the closing ${documentId}`)
    return
  }
  report.equal(first?.kind, 'top-up', 'stored-value', `what ${documentId} takes back`)
  if (first === undefined) return
  const reverses = sqlite
    .prepare<[string], { reverses: string | null }>('SELECT reverses FROM entries WHERE entry_id = ?')
    .get(documentId)?.reverses
  report.equal(reverses, first.documentId, 'stored-value', `entry of ${documentId}`)
  report.equal(
    [document.principalFen, document.bonusFen, document.points, document.coupons].map((amount) => 0 - amount),
    [first.principalFen, first.bonusFen, first.points, first.coupons],
    'stored-value',
    `what ${documentId} takes back`,
  )
  const days = (Date.parse(document.day) - Date.parse(first.day)) / DAY_MS
  report.demand(days >= 0 && days <= rules.reversalDays, 'stored-value', `${documentId} is ${days} days late`)
  const withdrawn = sqlite
    .prepare<[number], { n: number }>("SELECT count(*) AS n FROM coupon_events WHERE seq = ? AND kind = 'withdrawn'")
    .get(seq)
  report.equal(withdrawn?.n, first.coupons, 'stored-value', `coupons that ${documentId} takes back`)
  const used = sqlite
    .prepare<[string, number], { n: number }>(
      'SELECT count(*) AS n FROM postings WHERE lot IN (SELECT lot FROM lots WHERE document_id = ?) AND seq <> ?',
    )
    .get(first.documentId, seq)
  const opened = sqlite
    .prepare<[number], { n: number }>("SELECT count(*) AS n FROM postings WHERE seq = ? AND lot <> ''")
    .get(first.seq)
  report.equal(used?.n, opened?.n, 'stored-value', `use of ${first.documentId} before ${documentId} took it back`)
}
