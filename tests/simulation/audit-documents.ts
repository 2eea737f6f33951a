/**
 * Documents by the specification alone: a document is its lines and its tenders, its entries say the same, its row of the
 * chain says the same; receipt numbers have no gaps; the day's digest is the sum of its rows.
 */
import type { Database } from 'better-sqlite3'
import { groupBy } from './group-by.ts'
import type { Report } from './report.ts'

interface RawDocument {
  readonly documentId: string
  readonly seq: number
  readonly kind: string
  readonly memberId: string | null
  readonly receiptNo: string
  readonly businessDay: string
  readonly grossFen: number
  readonly savedFen: number
  readonly roundingFen: number
  readonly payableFen: number
  readonly paidFen: number
  readonly changeFen: number
  readonly pointsRedeemed: number
  readonly pointsEarned: number
}

const DOCUMENTS = `SELECT document_id AS documentId, seq, kind, member_id AS memberId, receipt_no AS receiptNo, business_day AS businessDay,
  gross_fen AS grossFen, saved_fen AS savedFen, rounding_fen AS roundingFen, payable_fen AS payableFen, paid_fen AS paidFen,
  change_fen AS changeFen, points_redeemed AS pointsRedeemed, points_earned AS pointsEarned FROM documents WHERE kind = 'sale' ORDER BY seq`

interface RawTender {
  readonly tenderId: string
  readonly kind: string
  readonly amountFen: number
  readonly principalFen: number
  readonly bonusFen: number
  readonly detail: string | null
}

interface RawLine {
  readonly line: string
  readonly sku: string
  readonly qty: number
  readonly unitPriceFen: number
  readonly grossFen: number
  readonly netFen: number
  readonly adjustments: string
}

interface SalePayload {
  readonly document: Readonly<Record<string, unknown>>
  readonly lines: readonly Readonly<Record<string, unknown>>[]
  readonly tenders: readonly Readonly<Record<string, unknown>>[]
  readonly postings: readonly (readonly [string, string, string, number])[]
}

export function auditDocuments(sqlite: Database, report: Report): void {
  const documents = sqlite.prepare<[], RawDocument>(DOCUMENTS).all()
  const linesOf = sqlite.prepare<[string], RawLine>(
    `SELECT line, sku, qty, unit_price_fen AS unitPriceFen, gross_fen AS grossFen, net_fen AS netFen, adjustments
     FROM document_lines WHERE document_id = ? ORDER BY ordinal`,
  )
  const tendersOf = sqlite.prepare<[string], RawTender>(
    `SELECT tender_id AS tenderId, kind, amount_fen AS amountFen, principal_fen AS principalFen, bonus_fen AS bonusFen, detail
     FROM tenders WHERE document_id = ? ORDER BY ordinal`,
  )
  const payloadOf = sqlite.prepare<[number], { payload: string; kind: string }>(
    'SELECT payload, kind FROM chain WHERE seq = ?',
  )
  const postingsOf = sqlite.prepare<[number], { account: string; lot: string; asset: string; amount: number }>(
    'SELECT account, lot, asset, amount FROM postings WHERE seq = ? ORDER BY ordinal',
  )
  for (const document of documents) {
    const { documentId, seq } = document
    const lines = linesOf.all(documentId)
    const tenders = tendersOf.all(documentId)
    const postings = postingsOf.all(seq)
    auditSums(report, document, lines, tenders)
    auditPosted(report, document, tenders, postings)
    const row = payloadOf.get(seq)
    if (row?.kind !== 'sale') report.demand(false, 'projection', `document ${documentId} has no row of its own`)
    else auditPayload(report, document, { lines, tenders, postings }, JSON.parse(row.payload) as SalePayload)
  }
  auditReceiptNumbers(sqlite, report)
  auditDigests(sqlite, report)
  auditPrintJobs(sqlite, report)
}

function auditSums(
  report: Report,
  document: RawDocument,
  lines: readonly RawLine[],
  tenders: readonly RawTender[],
): void {
  const { documentId } = document
  report.demand(lines.length > 0, 'document', `${documentId} has no lines`)
  report.equal(
    sum(lines, (line) => line.grossFen),
    document.grossFen,
    'document',
    `gross of ${documentId}`,
  )
  report.equal(
    sum(lines, (line) => line.netFen),
    document.payableFen,
    'document',
    `payable of ${documentId}`,
  )
  report.equal(
    document.grossFen - document.savedFen - document.roundingFen,
    document.payableFen,
    'document',
    `reductions of ${documentId}`,
  )
  report.equal(
    sum(tenders, (tender) => tender.amountFen),
    document.paidFen,
    'document',
    `tenders of ${documentId}`,
  )
  report.equal(document.paidFen - document.changeFen, document.payableFen, 'document', `what was kept of ${documentId}`)
  const cash = sum(tenders, (tender) => (tender.kind === 'cash' ? tender.amountFen : 0))
  report.demand(
    document.changeFen >= 0 && document.changeFen <= cash,
    'document',
    `change of ${documentId} is not cash`,
  )
  for (const line of lines) {
    const adjusted = sum(JSON.parse(line.adjustments) as { amountFen: number }[], (adjustment) => adjustment.amountFen)
    report.equal(line.grossFen + adjusted, line.netFen, 'document', `line ${line.line} of ${documentId}`)
  }
  for (const tender of tenders) {
    const value = tender.kind === 'storedValue' ? tender.amountFen : 0
    report.equal(tender.principalFen + tender.bonusFen, value, 'document', `parts of tender ${tender.tenderId}`)
  }
}

type RawPosting = { readonly account: string; readonly lot: string; readonly asset: string; readonly amount: number }

function auditPosted(
  report: Report,
  document: RawDocument,
  tenders: readonly RawTender[],
  postings: readonly RawPosting[],
): void {
  const { documentId } = document
  const posted = (account: string, asset: string): number =>
    sum(postings, (posting) => (posting.account === account && posting.asset === asset ? posting.amount : 0))
  const taken = (kind: string): number => sum(tenders, (tender) => (tender.kind === kind ? tender.amountFen : 0))
  const what = `entries of ${documentId}`
  report.equal(posted('sales', 'CNY'), document.payableFen === 0 ? 0 : -document.payableFen, 'entries', what)
  report.equal(posted('cash', 'CNY'), taken('cash') - document.changeFen, 'entries', what)
  report.equal(posted('mobile', 'CNY'), taken('mobile'), 'entries', what)
  report.equal(posted('bank-card', 'CNY'), taken('bankCard'), 'entries', what)
  report.equal(posted('stored-value-spent', 'CNY'), taken('storedValue'), 'entries', what)
  const principal = sum(tenders, (tender) => tender.principalFen)
  const bonus = sum(tenders, (tender) => tender.bonusFen)
  const points = document.pointsEarned - document.pointsRedeemed
  const shouldMove = { PRINCIPAL: 0 - principal, BONUS: 0 - bonus, POINTS: points }
  for (const [asset, amount] of Object.entries(shouldMove)) {
    report.equal(posted(`member:${document.memberId}`, asset), amount, 'entries', `${asset} of ${documentId}`)
  }
}

interface Projected {
  readonly lines: readonly RawLine[]
  readonly tenders: readonly RawTender[]
  readonly postings: readonly RawPosting[]
}

function auditPayload(report: Report, document: RawDocument, projected: Projected, payload: SalePayload): void {
  const what = `row ${document.seq}`
  for (const [name, value] of Object.entries(document)) {
    if (name !== 'seq') report.equal(value, payload.document[name], 'projection', `${name} of ${what}`)
  }
  report.equal(projected.lines.length, payload.lines.length, 'projection', `lines of ${what}`)
  for (const [index, line] of projected.lines.entries()) {
    const said = payload.lines[index] ?? {}
    for (const name of ['line', 'sku', 'qty', 'unitPriceFen', 'grossFen', 'netFen'] as const) {
      report.equal(line[name], said[name], 'projection', `${name} of line ${index} of ${what}`)
    }
  }
  const tenders = projected.tenders.map((tender) => ({ ...tender }))
  const said = payload.tenders.map(({ tenderId, kind, amountFen, principalFen, bonusFen, detail }) => ({
    tenderId,
    kind,
    amountFen,
    principalFen,
    bonusFen,
    detail,
  }))
  report.equal(tenders, said, 'projection', `tenders of ${what}`)
  const postings = projected.postings.map(({ account, lot, asset, amount }) => [account, lot, asset, amount])
  report.equal(postings, payload.postings, 'projection', `postings of ${what}`)
}

/** The ordinals of a day run from 1 without gaps for each short form of an incarnation that it begins with. */
function auditReceiptNumbers(sqlite: Database, report: Report): void {
  const rows = sqlite
    .prepare<[], { no: string; day: string }>(
      'SELECT receipt_no AS no, business_day AS day FROM documents ORDER BY seq',
    )
    .all()
  report.equal(new Set(rows.map((row) => row.no)).size, rows.length, 'receipt-numbers', 'different receipt numbers')
  const groups = groupBy(rows, (row) => row.day)
  for (const [day, ofDay] of groups) {
    const ordinals = ofDay.map((row) => Number(row.no.slice(-4)))
    report.equal(
      ordinals,
      ofDay.map((_, index) => index + 1),
      'receipt-numbers',
      `ordinals of ${day}`,
    )
    for (const row of ofDay)
      report.demand(row.no.startsWith(day.replaceAll('-', '').slice(2)), 'receipt-numbers', `${row.no} on ${day}`)
  }
}

interface Digest {
  readonly rows: number
  readonly firstSeq: number
  readonly lastSeq: number
  readonly headHash: string
  readonly accounts: readonly unknown[]
  readonly tenders: readonly unknown[]
}

interface Closing {
  readonly digest: Digest
  readonly drawer: {
    readonly floatFen: number
    readonly expectedFen: number
    readonly countedFen: number
    readonly differenceFen: number
  }
}

function auditDigests(sqlite: Database, report: Report): void {
  const closings = sqlite
    .prepare<[], { seq: number; payload: string }>(
      "SELECT seq, payload FROM chain WHERE kind = 'shift-closed' ORDER BY seq",
    )
    .all()
  const accounts = sqlite.prepare<[number, number], { account: string; asset: string; amount: number }>(
    `SELECT account, asset, sum(amount) AS amount FROM postings WHERE seq BETWEEN ? AND ? AND lot = '' GROUP BY account, asset ORDER BY account, asset`,
  )
  const tenders = sqlite.prepare<[number, number], { kind: string; count: number; amount: number }>(
    `SELECT t.kind AS kind, count(*) AS count, sum(t.amount_fen) AS amount FROM tenders AS t JOIN documents AS d ON d.document_id = t.document_id
     WHERE d.seq BETWEEN ? AND ? GROUP BY t.kind ORDER BY t.kind`,
  )
  const cash = sqlite.prepare<[number, number], { amount: number | null }>(
    "SELECT sum(amount) AS amount FROM postings WHERE account = 'cash' AND asset = 'CNY' AND seq BETWEEN ? AND ?",
  )
  const hashAt = sqlite.prepare<[number], { hash: string }>('SELECT hash FROM chain WHERE seq = ?')
  for (const { seq, payload } of closings) {
    const { digest, drawer } = JSON.parse(payload) as Closing
    const { firstSeq, lastSeq } = digest
    report.equal([lastSeq, digest.rows], [seq - 1, lastSeq - firstSeq + 1], 'digest', `rows of the closing ${seq}`)
    report.equal(digest.headHash, hashAt.get(lastSeq)?.hash, 'digest', `head of the closing ${seq}`)
    const sums = accounts.all(firstSeq, lastSeq).map(({ account, asset, amount }) => [account, asset, amount])
    report.equal(digest.accounts, sums, 'digest', `accounts of the closing ${seq}`)
    const kinds = tenders.all(firstSeq, lastSeq).map(({ kind, count, amount }) => [kind, count, amount])
    report.equal(digest.tenders, kinds, 'digest', `tenders of the closing ${seq}`)
    const expected = drawer.floatFen + (cash.get(firstSeq, lastSeq)?.amount ?? 0)
    report.equal(
      [drawer.expectedFen, drawer.differenceFen],
      [expected, drawer.countedFen - expected],
      'digest',
      `drawer of the closing ${seq}`,
    )
  }
}

/** Each document asked for one first copy in its own commit; later copies are numbered. */
function auditPrintJobs(sqlite: Database, report: Report): void {
  const jobs = sqlite
    .prepare<[], { documentId: string; seq: number; copies: string | null; first: number | null }>(
      `SELECT d.document_id AS documentId, d.seq AS seq,
        (SELECT json_group_array(copy) FROM (SELECT copy FROM print_jobs AS j WHERE j.subject_id = d.document_id ORDER BY copy)) AS copies,
        (SELECT seq FROM print_jobs AS j WHERE j.subject_id = d.document_id AND copy = 0) AS first FROM documents AS d`,
    )
    .all()
  for (const { documentId, seq, copies, first } of jobs) {
    report.equal(first, seq, 'print-jobs', `first copy of ${documentId}`)
    const numbers = JSON.parse(copies ?? '[]') as number[]
    report.equal(
      numbers,
      numbers.map((_, index) => index),
      'print-jobs',
      `copies of ${documentId}`,
    )
  }
}

function sum<T>(rows: readonly T[], amountOf: (row: T) => number): number {
  return rows.reduce((total, row) => total + amountOf(row), 0)
}
