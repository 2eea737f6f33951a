/**
 * Value by the specification alone: postings balance for each asset, stored balances are their sums, no lot of a member was
 * ever overspent, the wallet's order was kept, points were earned on money and principal only.
 */
import type { Database } from 'better-sqlite3'
import { groupBy } from './group-by.ts'
import type { Report } from './report.ts'

interface RawPosting {
  readonly seq: number
  readonly ordinal: number
  readonly account: string
  readonly lot: string
  readonly asset: string
  readonly amount: number
}

interface RawLot {
  readonly lot: string
  readonly account: string
  readonly asset: string
  readonly seq: number
  readonly expiresOn: string | null
}

export function auditValue(sqlite: Database, report: Report): void {
  auditPostings(sqlite, report)
  auditBalances(sqlite, report)
  auditSpending(sqlite, report)
}

function auditPostings(sqlite: Database, report: Report): void {
  const unbalanced = sqlite
    .prepare<[], { entry: string; asset: string; total: number }>(
      'SELECT entry_id AS entry, asset, sum(amount) AS total FROM postings GROUP BY entry_id, asset HAVING sum(amount) <> 0',
    )
    .all()
  for (const { entry, asset, total } of unbalanced)
    report.demand(false, 'balanced', `entry ${entry}: ${asset} sums to ${total}`)
  const loose = sqlite
    .prepare<[], { n: number }>(
      'SELECT count(*) AS n FROM postings WHERE entry_id NOT IN (SELECT entry_id FROM entries)',
    )
    .get()
  report.equal(loose?.n, 0, 'balanced', 'postings without an entry')
  const silent = sqlite
    .prepare<[], { n: number }>(
      `SELECT count(*) AS n FROM entries AS e LEFT JOIN documents AS d ON d.document_id = e.document_id JOIN chain AS c ON c.seq = e.seq
       WHERE coalesce(d.seq, e.seq) <> e.seq OR c.kind NOT IN ('sale', 'members-imported', 'members-merged', 'top-up', 'top-up-reversal', 'closing')`,
    )
    .get()
  report.equal(silent?.n, 0, 'entries', 'entries beside the commit of their document')
  const misplaced = sqlite
    .prepare<[], { n: number }>(
      `SELECT count(*) AS n FROM postings AS p WHERE (p.account LIKE 'member:%') <> (p.lot <> '')
       OR (p.lot <> '' AND NOT EXISTS (SELECT 1 FROM lots AS l WHERE l.lot = p.lot AND l.account = p.account AND l.asset = p.asset))`,
    )
    .get()
  report.equal(misplaced?.n, 0, 'balanced', 'postings that their lot does not know')
}

function auditBalances(sqlite: Database, report: Report): void {
  const derived = sqlite
    .prepare<[], { lot: string; account: string; asset: string; amount: number; expiresOn: string | null }>(
      `SELECT l.lot AS lot, l.account AS account, l.asset AS asset, l.expires_on AS expiresOn, coalesce(p.amount, 0) AS amount
       FROM lots AS l LEFT JOIN (SELECT lot, account, asset, sum(amount) AS amount FROM postings GROUP BY lot, account, asset) AS p
        ON p.lot = l.lot AND p.account = l.account AND p.asset = l.asset ORDER BY l.account, l.asset, l.lot`,
    )
    .all()
  const stored = sqlite
    .prepare<[], { lot: string; account: string; asset: string; amount: number; expiresOn: string | null }>(
      'SELECT lot, account, asset, expires_on AS expiresOn, amount FROM balances ORDER BY account, asset, lot',
    )
    .all()
  const key = (row: { lot: string; account: string; asset: string }): string => `${row.account} ${row.asset} ${row.lot}`
  const storedByKey = new Map(stored.map((row) => [key(row), row]))
  report.equal(stored.length, derived.length, 'balances', 'stored balances and lots')
  for (const lot of derived) {
    const row = storedByKey.get(key(lot))
    report.equal([row?.amount, row?.expiresOn], [lot.amount, lot.expiresOn], 'balances', key(lot))
  }
}

/** What one member's lots hold as the rows go by. */
class Wallet {
  readonly amounts = new Map<string, number>()
  private readonly lots: readonly RawLot[]

  constructor(lots: readonly RawLot[]) {
    this.lots = lots
  }

  /** lots that may be spent on a day, in the order in which they go */
  live(asset: string, day: string, beforeSeq: number): RawLot[] {
    return this.lots
      .filter((lot) => lot.asset === asset && lot.seq < beforeSeq && (lot.expiresOn === null || lot.expiresOn >= day))
      .filter((lot) => (this.amounts.get(lot.lot) ?? 0) !== 0)
      .sort((a, b) => (a.expiresOn ?? '9999').localeCompare(b.expiresOn ?? '9999') || a.seq - b.seq)
  }

  sum(asset: string, day: string, beforeSeq: number): number {
    return this.live(asset, day, beforeSeq).reduce((total, lot) => total + (this.amounts.get(lot.lot) ?? 0), 0)
  }

  /** what should be taken of each lot, in turn */
  shouldTake(asset: string, amount: number, day: string, beforeSeq: number): number[][] {
    let left = amount
    return this.live(asset, day, beforeSeq).flatMap((lot) => {
      const taken = Math.min(left, this.amounts.get(lot.lot) ?? 0)
      left -= taken
      return taken > 0 ? [[lot.seq, taken]] : []
    })
  }
}

interface RawSale {
  readonly seq: number
  readonly documentId: string
  readonly day: string
  readonly memberId: string | null
  readonly payableFen: number
  readonly redeemed: number
  readonly earned: number
  readonly after: string
  readonly principalFen: number
  readonly bonusFen: number
  readonly quoted: number
}

/** The wallet's order as settings rows said it, and before the first of them. */
const WALLET_ORDERS = `SELECT seq, payload ->> '$.settings.walletOrder' AS walletOrder FROM chain
  WHERE kind IN ('shop-opened', 'settings-saved') AND payload ->> '$.settings.walletOrder' IS NOT NULL ORDER BY seq`
const FIRST_WALLET_ORDER = 'proportional'

const SALES = `SELECT d.seq AS seq, d.document_id AS documentId, d.business_day AS day, d.member_id AS memberId,
  d.payable_fen AS payableFen, d.points_redeemed AS redeemed, d.points_earned AS earned,
  json_array(d.points_after, d.principal_after_fen, d.bonus_after_fen) AS after,
  (SELECT coalesce(sum(principal_fen), 0) FROM tenders AS t WHERE t.document_id = d.document_id) AS principalFen,
  (SELECT coalesce(sum(bonus_fen), 0) FROM tenders AS t WHERE t.document_id = d.document_id) AS bonusFen,
  (SELECT payload ->> '$.price.pointsEarned' FROM chain AS c WHERE c.seq = d.seq) AS quoted
  FROM documents AS d WHERE d.kind = 'sale' ORDER BY d.seq`

/** Goes through every member's postings in the order of the chain and asks of each sale what it should have taken. */
function auditSpending(sqlite: Database, report: Report): void {
  const sales = new Map(
    sqlite
      .prepare<[], RawSale>(SALES)
      .all()
      .map((sale) => [`member:${sale.memberId ?? ''} ${sale.seq}`, sale]),
  )
  const orders = sqlite.prepare<[], { seq: number; walletOrder: string }>(WALLET_ORDERS).all()
  const walletOrderAt = (seq: number): string =>
    orders.findLast((order) => order.seq < seq)?.walletOrder ?? FIRST_WALLET_ORDER
  const spenders = new Set(
    [...sales.values()].flatMap((sale) => (sale.memberId === null ? [] : [`member:${sale.memberId}`])),
  )
  const lotsOf = sqlite.prepare<[string], RawLot>(
    'SELECT lot, account, asset, seq, expires_on AS expiresOn FROM lots WHERE account = ?',
  )
  const postingsOf = sqlite.prepare<[string], RawPosting>(
    'SELECT seq, ordinal, account, lot, asset, amount FROM postings WHERE account = ? ORDER BY seq, ordinal',
  )
  for (const account of spenders) {
    const lots = lotsOf.all(account)
    const wallet = new Wallet(lots)
    const bySeq = groupBy(postingsOf.all(account), (posting) => posting.seq)
    const seqs = new Set([
      ...bySeq.keys(),
      ...[...sales.values()].filter((sale) => `member:${sale.memberId}` === account).map((sale) => sale.seq),
    ])
    for (const seq of [...seqs].sort((a, b) => a - b)) {
      const postings = bySeq.get(seq) ?? []
      const sale = sales.get(`${account} ${seq}`)
      if (sale !== undefined) auditSale(report, { ...sale, walletOrder: walletOrderAt(seq) }, wallet, lots, postings)
      for (const { lot, amount } of postings) {
        const now = (wallet.amounts.get(lot) ?? 0) + amount
        wallet.amounts.set(lot, now)
        report.demand(now >= 0, 'overspent', `lot ${lot} holds ${now} after row ${seq}`)
      }
      if (sale !== undefined) {
        const after = ['POINTS', 'PRINCIPAL', 'BONUS'].map((asset) => wallet.sum(asset, sale.day, seq + 1))
        report.equal(sale.after, JSON.stringify(after), 'receipt', `balances after sale ${sale.documentId}`)
      }
    }
  }
}

function auditSale(
  report: Report,
  sale: RawSale & { readonly walletOrder: string },
  wallet: Wallet,
  lots: readonly RawLot[],
  postings: readonly RawPosting[],
): void {
  const { seq, day, principalFen, bonusFen } = sale
  const spent = principalFen + bonusFen
  const [principal, bonus] = [wallet.sum('PRINCIPAL', day, seq), wallet.sum('BONUS', day, seq)]
  report.equal(
    bonusFen,
    bonusPartOf(spent, principal, bonus, sale.walletOrder),
    'wallet',
    `bonus part of sale ${sale.documentId}`,
  )
  const seqOfLot = new Map(lots.map((lot) => [lot.lot, lot.seq]))
  for (const [asset, amount] of [
    ['PRINCIPAL', principalFen],
    ['BONUS', bonusFen],
    ['POINTS', sale.redeemed],
  ] as const) {
    const taken = postings.filter((posting) => posting.asset === asset && posting.amount < 0)
    const should = wallet.shouldTake(asset, amount, day, seq)
    report.equal(
      taken.map((posting) => [seqOfLot.get(posting.lot), -posting.amount]),
      should,
      'lots',
      `${asset} taken by sale ${sale.documentId}`,
    )
  }
  const earned = postings
    .filter((posting) => posting.asset === 'POINTS' && posting.amount > 0)
    .reduce((sum, posting) => sum + posting.amount, 0)
  const shouldEarn =
    sale.payableFen === 0
      ? 0
      : Number((BigInt(sale.quoted) * BigInt(sale.payableFen - bonusFen)) / BigInt(sale.payableFen))
  report.equal([earned, sale.earned], [shouldEarn, shouldEarn], 'points', `points earned by sale ${sale.documentId}`)
}

function bonusPartOf(spent: number, principal: number, bonus: number, order: string): number {
  if (spent === 0 || principal + bonus === 0) return 0
  if (order === 'bonus-first') return Math.min(spent, bonus)
  if (order === 'principal-first') return Math.max(0, spent - principal)
  return Number((BigInt(spent) * BigInt(bonus)) / BigInt(principal + bonus))
}
