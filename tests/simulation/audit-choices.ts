/**
 * Choices and whole-order discounts by the specification alone: whoever forced a promotion or gave a discount stands on the
 * sale and on its audit with the same words; nobody gives what the role may not; what was given is what the lines say.
 */
import type { Database } from 'better-sqlite3'
import type { Report } from './report.ts'

interface Given {
  readonly id: string
  readonly kind: 'rate' | 'off' | 'round'
  readonly value: number
  readonly amount: number
  readonly reason: string
  readonly approvedBy: string
  readonly lossFen: number
}

interface ChosenSale {
  readonly document: { readonly documentId: string; readonly payableFen: number }
  readonly lines: readonly {
    readonly adjustments: readonly { readonly source: string; readonly amountFen: number }[]
  }[]
  readonly choices: readonly { readonly id: string; readonly choice: string; readonly approvedBy: string }[]
  readonly discounts: readonly Given[]
  readonly price: {
    readonly applied: readonly { readonly id: string; readonly amount: number }[]
    readonly pinned: readonly string[]
    readonly forbidden: readonly string[]
    readonly adHocPromotions: readonly { readonly id: string }[]
  }
}

interface Audited {
  readonly action: string
  readonly approver: string | null
  readonly detail: string
}

const ACTIONS: Readonly<Record<string, string>> = { pinned: 'promotion-forced', forbidden: 'promotion-left-out' }

export function auditChoices(sqlite: Database, report: Report): void {
  const sales = sqlite
    .prepare<[], { seq: number; payload: string }>("SELECT seq, payload FROM chain WHERE kind = 'sale' ORDER BY seq")
    .all()
  const audited = sqlite.prepare<[number], Audited>(
    `SELECT action, approver_id AS approver, detail FROM audit WHERE seq = ? AND action IN
      ('promotion-forced', 'promotion-left-out', 'order-discounted') ORDER BY ordinal`,
  )
  const roleOf = new Map(
    sqlite
      .prepare<[], { id: string; role: string }>('SELECT operator_id AS id, role FROM operators')
      .all()
      .map(({ id, role }) => [id, role]),
  )
  for (const { seq, payload } of sales) {
    const sale = JSON.parse(payload) as ChosenSale
    auditPrice(report, sale)
    auditGiven(report, sale)
    auditWho(report, sale, audited.all(seq), roleOf)
  }
}

/** What had to count did, what had to be left out did not. */
function auditPrice(report: Report, { document, price }: ChosenSale): void {
  const what = `of ${document.documentId}`
  const acted = price.applied.map(({ id }) => id)
  for (const id of price.pinned) report.demand(acted.includes(id), 'choices', `pinned ${id} ${what} took nothing off`)
  for (const id of price.forbidden) report.demand(!acted.includes(id), 'choices', `forbidden ${id} ${what} counted`)
}

/** A discount took off its lines what it says, and no line knows of another. */
function auditGiven(report: Report, { document, lines, discounts, price }: ChosenSale): void {
  const what = `of ${document.documentId}`
  const off = new Map<string, number>()
  for (const { source, amountFen } of lines.flatMap((line) => line.adjustments)) {
    if (source.startsWith('adhoc-')) off.set(source, (off.get(source) ?? 0) + amountFen)
  }
  const said = discounts.map(({ id, amount }): [string, number] => [id, amount])
  report.equal(sorted(off), sorted(said), 'discounts', `amounts ${what}`)
  report.equal(
    price.adHocPromotions.map(({ id }) => id).sort(),
    said.map(([id]) => id).sort(),
    'discounts',
    `promotions ${what}`,
  )
  report.equal(new Set(discounts.map(({ kind }) => kind)).size, discounts.length, 'discounts', `kinds ${what}`)
  for (const { id, kind, value, reason, amount } of discounts) {
    report.demand(price.pinned.includes(id), 'discounts', `${id} ${what} is not pinned`)
    report.demand(reason.trim() !== '', 'discounts', `${id} ${what} has no reason`)
    report.demand(amount < 0, 'discounts', `${id} ${what} takes nothing off`)
    if (kind === 'off') report.demand(-amount <= value, 'discounts', `${id} ${what} takes off ${amount}`)
    if (kind === 'round')
      report.equal(document.payableFen % value, 0, 'discounts', `what ${id} leaves of the total ${what}`)
  }
}

function sorted(amounts: Iterable<[string, number]>): [string, number][] {
  return [...amounts].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The audit says the same as the sale; supervisors and managers give, below cost managers alone. */
function auditWho(
  report: Report,
  { document, choices, discounts }: ChosenSale,
  audited: readonly Audited[],
  roleOf: ReadonlyMap<string, string>,
): void {
  const what = `of ${document.documentId}`
  const should = [
    ...choices.map(({ id, choice, approvedBy }) => ({
      action: ACTIONS[choice],
      approver: approvedBy,
      detail: JSON.stringify({ id }),
    })),
    ...discounts.map(({ id, kind, value, amount, reason, approvedBy, lossFen }) => ({
      action: 'order-discounted',
      approver: approvedBy,
      detail: JSON.stringify({ amountFen: amount, id, kind, lossFen, reason, value }),
    })),
  ]
  report.equal(audited, should, 'choices', `audit ${what}`)
  for (const { approvedBy, lossFen } of [...choices.map((choice) => ({ ...choice, lossFen: 0 })), ...discounts]) {
    const allowed = lossFen > 0 ? ['manager'] : ['supervisor', 'manager']
    report.demand(
      allowed.includes(roleOf.get(approvedBy) ?? ''),
      'choices',
      `${approvedBy} may not approve this ${what}`,
    )
  }
}
