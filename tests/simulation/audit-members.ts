/**
 * What a sale does to a member, by the specification alone: coupons are issued once and used at most once, by the sale whose
 * row says so; growth is the net spend of each month; a tier is lifted at the commit that earns it.
 */
import type { Database } from 'better-sqlite3'
import type { Report } from './report.ts'

export function auditMembers(sqlite: Database, report: Report): void {
  auditCoupons(sqlite, report)
  auditGrowth(sqlite, report)
  auditTiers(sqlite, report)
}

function auditCoupons(sqlite: Database, report: Report): void {
  const coupons = sqlite
    .prepare<[], { couponId: string; state: string; issued: number; used: number; withdrawn: number }>(
      `SELECT c.coupon_id AS couponId, c.state AS state,
        (SELECT count(*) FROM coupon_events AS e WHERE e.coupon_id = c.coupon_id AND e.kind = 'issued') AS issued,
        (SELECT count(*) FROM coupon_events AS e WHERE e.coupon_id = c.coupon_id AND e.kind = 'used') AS used,
        (SELECT count(*) FROM coupon_events AS e WHERE e.coupon_id = c.coupon_id AND e.kind = 'withdrawn') AS withdrawn
       FROM coupons AS c`,
    )
    .all()
  for (const { couponId, state, issued, used, withdrawn } of coupons) {
    report.equal([issued, used + withdrawn <= 1], [1, true], 'coupons', `events of coupon ${couponId}`)
    report.equal(
      state,
      used > 0 ? 'used' : withdrawn > 0 ? 'withdrawn' : 'held',
      'coupons',
      `state of coupon ${couponId}`,
    )
  }
  const said = sqlite
    .prepare<[], { couponId: string; seq: number }>(
      `SELECT a.value ->> '$.id' AS couponId, c.seq AS seq FROM chain AS c, json_each(c.payload, '$.price.applied') AS a
       WHERE c.kind = 'sale' AND a.value ->> '$.kind' = 'coupon' ORDER BY c.seq, couponId`,
    )
    .all()
  report.equal(new Set(said.map((row) => row.couponId)).size, said.length, 'coupons', 'coupons that took something off')
  const events = sqlite
    .prepare<[], { couponId: string; seq: number }>(
      `SELECT e.coupon_id AS couponId, e.seq AS seq FROM coupon_events AS e JOIN documents AS d ON d.document_id = e.document_id AND d.seq = e.seq
       WHERE e.kind = 'used' ORDER BY e.seq, e.coupon_id`,
    )
    .all()
  report.equal(events, said, 'coupons', 'used coupons and the rows that used them')
}

function auditGrowth(sqlite: Database, report: Report): void {
  const derived = sqlite
    .prepare<[], { memberId: string; month: string; amount: number }>(
      `SELECT memberId, month, sum(amount) AS amount FROM (
         SELECT m.value ->> '$.memberId' AS memberId, g.value ->> '$[0]' AS month, g.value ->> '$[1]' AS amount
         FROM chain AS c, json_each(c.payload, '$.members') AS m, json_each(m.value, '$.growth') AS g WHERE c.kind = 'members-imported'
         UNION ALL SELECT member_id, substr(business_day, 1, 7), payable_fen FROM documents WHERE kind = 'sale' AND member_id IS NOT NULL
         UNION ALL SELECT c.payload ->> '$.memberId', g.value ->> '$[0]', g.value ->> '$[1]'
         FROM chain AS c, json_each(c.payload, '$.growth') AS g WHERE c.kind = 'members-merged'
         UNION ALL SELECT c.payload ->> '$.otherId', g.value ->> '$[0]', -(g.value ->> '$[1]')
         FROM chain AS c, json_each(c.payload, '$.growth') AS g WHERE c.kind = 'members-merged'
       ) GROUP BY memberId, month HAVING sum(amount) <> 0 ORDER BY memberId, month`,
    )
    .all()
  const stored = sqlite
    .prepare<[], { memberId: string; month: string; amount: number }>(
      'SELECT member_id AS memberId, month, amount_fen AS amount FROM member_growth WHERE amount_fen <> 0 ORDER BY member_id, month',
    )
    .all()
  const bought = new Set(
    sqlite
      .prepare<[], { id: string }>('SELECT DISTINCT member_id AS id FROM documents WHERE member_id IS NOT NULL')
      .all()
      .map((row) => row.id),
  )
  const ofBuyers = (rows: typeof stored): typeof stored => rows.filter((row) => bought.has(row.memberId))
  report.equal(stored.length, derived.length, 'growth', 'months of growth')
  report.equal(ofBuyers(stored), ofBuyers(derived), 'growth', 'growth of those who bought')
}

interface TierSale {
  readonly seq: number
  readonly memberId: string
  readonly liftedTo: string | null
  readonly held: string | null
  readonly growth: number
}

/** Tiers that were published; the demo and the tests publish them once. */
function auditTiers(sqlite: Database, report: Report): void {
  const tiers = sqlite
    .prepare<[], { tierId: string; fromFen: number }>(
      'SELECT tier_id AS tierId, growth_from_fen AS fromFen FROM tiers ORDER BY growth_from_fen',
    )
    .all()
  const sales = sqlite
    .prepare<[], TierSale>(
      `SELECT d.seq AS seq, d.member_id AS memberId, c.payload ->> '$.liftedTo' AS liftedTo, c.payload ->> '$.price.member.tier' AS held,
        (SELECT coalesce(sum(g.amount_fen), 0) FROM member_growth AS g WHERE g.member_id = d.member_id
          AND g.month >= (CAST(substr(d.business_day, 1, 4) AS INTEGER) - 1) || substr(d.business_day, 5, 3))
        - (SELECT coalesce(sum(later.payable_fen), 0) FROM documents AS later WHERE later.kind = 'sale'
          AND later.member_id = d.member_id AND later.seq > d.seq)
        - (SELECT coalesce(sum(CASE WHEN m.payload ->> '$.memberId' = d.member_id THEN 1 ELSE -1 END * (g.value ->> '$[1]')), 0)
          FROM chain AS m, json_each(m.payload, '$.growth') AS g WHERE m.kind = 'members-merged' AND m.seq > d.seq
          AND d.member_id IN (m.payload ->> '$.memberId', m.payload ->> '$.otherId')
          AND g.value ->> '$[0]' >= (CAST(substr(d.business_day, 1, 4) AS INTEGER) - 1) || substr(d.business_day, 5, 3)) AS growth
       FROM documents AS d JOIN chain AS c ON c.seq = d.seq WHERE d.kind = 'sale' AND d.member_id IS NOT NULL ORDER BY d.seq`,
    )
    .all()
  const merges = sqlite
    .prepare<[], { seq: number; memberId: string; tierId: string | null }>(
      `SELECT seq, payload ->> '$.memberId' AS memberId, payload ->> '$.tierId' AS tierId FROM chain
       WHERE kind = 'members-merged' ORDER BY seq`,
    )
    .all()
  const tierNow = new Map<string, string | null>()
  const mergeUntil = (beforeSeq: number): void => {
    for (let merge = merges[0]; merge !== undefined && merge.seq < beforeSeq; merge = merges[0]) {
      const rankOf = (tierId: string | null): number => tiers.findIndex((tier) => tier.tierId === tierId)
      const before = tierNow.get(merge.memberId) ?? null
      report.demand(rankOf(merge.tierId) >= rankOf(before), 'tiers', `merge ${merge.seq} takes a tier away`)
      tierNow.set(merge.memberId, merge.tierId)
      merges.shift()
    }
  }
  for (const { seq, memberId, liftedTo, held, growth } of sales) {
    mergeUntil(seq)
    if (tierNow.has(memberId))
      report.equal(held, tierNow.get(memberId), 'tiers', `tier that row ${seq} was priced with`)
    const rank = tiers.findIndex((tier) => tier.tierId === held)
    const earned = tiers.findLastIndex((tier) => growth >= tier.fromFen)
    report.equal(
      liftedTo,
      earned > rank ? (tiers[earned]?.tierId ?? null) : null,
      'tiers',
      `tier that row ${seq} lifts to`,
    )
    tierNow.set(memberId, liftedTo ?? held)
  }
  mergeUntil(Number.MAX_SAFE_INTEGER)
  const find = sqlite.prepare<[string], { tierId: string | null }>(
    'SELECT tier_id AS tierId FROM members WHERE member_id = ?',
  )
  for (const [memberId, tierId] of tierNow)
    report.equal(find.get(memberId)?.tierId, tierId, 'tiers', `tier of ${memberId}`)
}
