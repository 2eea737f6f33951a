/**
 * Rules by the specification alone: versions of a rule count up from 1 and are never lost, the current one is the last, the
 * chain says the same; an ended rule stays ended, nobody at the till changes HQ's; a sale names the versions that held.
 */
import type { Database } from 'better-sqlite3'
import { groupBy } from './group-by.ts'
import type { Report } from './report.ts'

interface RawVersion {
  readonly offerId: string
  readonly version: number
  readonly kind: string
  readonly nameZh: string
  readonly nameEn: string
  readonly body: string
  readonly owner: string
  readonly state: string
  readonly seq: number
  readonly at: number
  readonly operatorId: string | null
}

interface RulePayload {
  readonly at: number
  readonly by: string | null
  readonly rule: Omit<RawVersion, 'kind' | 'body' | 'seq' | 'at' | 'operatorId'> & {
    readonly offer: { readonly kind: string; readonly body: unknown }
  }
}

interface PricePayload {
  readonly price: {
    readonly applied: readonly { readonly id: string; readonly kind: string; readonly version: number }[]
    readonly coupons: readonly { readonly id: string; readonly template: string; readonly version: number }[]
    readonly adHocPromotions?: readonly { readonly id: string }[]
  }
}

const VERSIONS = `SELECT offer_id AS offerId, version, kind, name_zh AS nameZh, name_en AS nameEn, body, owner, state, seq, at,
  operator_id AS operatorId FROM offer_versions ORDER BY offer_id, version`

export function auditRules(sqlite: Database, report: Report): void {
  const versions = sqlite.prepare<[], RawVersion>(VERSIONS).all()
  const byRule = groupBy(versions, ({ offerId }) => offerId)
  auditGrowth(byRule, report)
  auditCurrent(sqlite, byRule, report)
  auditRows(sqlite, versions, report)
  auditSales(sqlite, byRule, report)
}

function auditGrowth(byRule: ReadonlyMap<string, readonly RawVersion[]>, report: Report): void {
  for (const [offerId, versions] of byRule) {
    const numbers = versions.map(({ version }) => version)
    report.equal(
      numbers,
      numbers.map((_, place) => place + 1),
      'rules',
      `versions of ${offerId}`,
    )
    versions.forEach((next, place) => {
      const before = versions[place - 1]
      if (before === undefined) return
      const what = `version ${next.version} of ${offerId}`
      report.demand(before.seq < next.seq && before.at <= next.at, 'rules', `${what} is older than the one before it`)
      report.demand(before.state !== 'ended', 'rules', `${what} comes after its end`)
      report.equal([next.kind, next.owner], [before.kind, before.owner], 'rules', `kind and owner of ${what}`)
      report.demand(next.owner === 'store' || next.operatorId === null, 'rules', `${what} was made at the till`)
    })
  }
}

function auditCurrent(sqlite: Database, byRule: ReadonlyMap<string, readonly RawVersion[]>, report: Report): void {
  const current = sqlite
    .prepare<[], Omit<RawVersion, 'at' | 'operatorId'>>(
      `SELECT offer_id AS offerId, version, kind, name_zh AS nameZh, name_en AS nameEn, body, owner, state, seq FROM offers
       ORDER BY offer_id`,
    )
    .all()
  const last = [...byRule.values()].map((versions) => {
    const { at: _at, operatorId: _operatorId, ...row } = versions.at(-1)!
    return row
  })
  report.equal(current, last, 'rules', 'the current versions')
}

/** One version for each row that makes one, and the same in both. */
function auditRows(sqlite: Database, versions: readonly RawVersion[], report: Report): void {
  const bySeq = groupBy(versions, ({ seq }) => seq)
  const rows = sqlite
    .prepare<[], { seq: number; payload: string }>(
      "SELECT seq, payload FROM chain WHERE kind IN ('rule-published', 'rule-state-changed') ORDER BY seq",
    )
    .all()
  for (const { seq, payload } of rows) {
    const { at, by, rule } = JSON.parse(payload) as RulePayload
    const { offer, ...head } = rule
    const said = { ...head, kind: offer.kind, body: offer.body, seq, at, operatorId: by }
    const kept = (bySeq.get(seq) ?? []).map((version) => ({ ...version, body: JSON.parse(version.body) as unknown }))
    report.equal(kept.map(sorted), [sorted(said)], 'rules', `the version of row ${seq}`)
  }
}

function auditSales(sqlite: Database, byRule: ReadonlyMap<string, readonly RawVersion[]>, report: Report): void {
  const sales = sqlite
    .prepare<[], { seq: number; payload: string }>("SELECT seq, payload FROM chain WHERE kind = 'sale' ORDER BY seq")
    .all()
  for (const { seq, payload } of sales) {
    const { applied, coupons, adHocPromotions } = (JSON.parse(payload) as PricePayload).price
    for (const { id, kind, version } of applied) {
      if (adHocPromotions?.some((promotion) => promotion.id === id)) continue
      const coupon = kind === 'coupon' ? coupons.find((candidate) => candidate.id === id) : undefined
      const named = coupon === undefined ? { id, version } : { id: coupon.template, version: coupon.version }
      const held = byRule.get(named.id)?.findLast((candidate) => candidate.seq < seq)
      const what = `${named.id} on the sale ${seq}`
      report.equal(named.version, held?.version, 'rules', `version of ${what}`)
      report.equal(held?.state, 'live', 'rules', `state of ${what}`)
    }
  }
}

/** Fields in one order, so that two records compare as text. */
function sorted(record: object): unknown {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
