/** The statement of one account: every entry with the balances that it left; and the same on paper. */
import type { StatementRow, StatementView } from '../../../shared/contract/stored-value.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { memberAccount } from '../../../shared/domain/value/accounts.ts'
import { decideReversal, planClosing } from '../../../shared/domain/value/pay-out.ts'
import { spendable, type Lot } from '../../../shared/domain/value/wallet.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import type { StatementEntry } from '../../store/statement-store.ts'
import { reversalFacts } from './reverse-top-up.ts'

const MOST_ROWS = 200

/** Refuses with not-signed-in, not-permitted, member-unknown. */
export function accountStatement(core: Core, memberId: string): Result<StatementView> {
  const permitted = requirePermission(core, 'sell')
  if (!permitted.ok) return permitted
  if (core.stores.members.facts(memberId) === undefined) return refuse('member-unknown')
  const account = memberAccount(memberId)
  const lots = core.stores.value.lotsOf(account)
  const day = core.memory.shift?.businessDay ?? '0000-00-00'
  const entries = core.stores.statements.entriesOf(account, core.store.head.seq)
  const rows = withBalances(entries).reverse()
  const shown = rows.slice(0, MOST_ROWS).map((row) => ({ ...row, ...reversalOf(core, row, memberId) }))
  const bonusFen = spendable(lots, 'BONUS', day)
  return ok({
    memberId,
    principalFen: spendable(lots, 'PRINCIPAL', day),
    bonusFen,
    points: spendable(lots, 'POINTS', day),
    lapsedBonusFen: sumOf(lots, 'BONUS') - bonusFen,
    toppedUpFen: entries.reduce((sum, { kind, principalFen }) => (isTopUp(kind) ? sum + principalFen : sum), 0),
    rows: shown,
    earlier: rows.length - shown.length,
    closing: closingOf(memberId, lots, day),
  })
}

/** Prints the statement as it stands at the row of this command. */
export function printStatement(
  core: Core,
  command: { readonly commandId: string; readonly memberId: string; readonly jobId: string },
): Result<StatementView> {
  const permitted = requirePermission(core, 'sell')
  if (!permitted.ok) return permitted
  const { commandId, memberId, jobId } = command
  if (core.stores.members.facts(memberId) === undefined) return refuse('member-unknown')
  const at = core.clock.now()
  const { operatorId } = permitted.value
  const done = core.committer.commit({
    commandId,
    content: { op: 'print-statement', memberId },
    kind: 'statement-printed',
    version: 1,
    payload: { at, hqAt: null, operatorId, memberId, jobId },
    audit: [{ at, action: 'statement-printed', operatorId, approverId: null, subject: memberId, detail: {} }],
    answer: null,
    write: (seq) => {
      const job = { jobId, seq, kind: 'statement' as const, subjectId: memberId, copy: 0 }
      core.stores.printJobs.put({ ...job, drawer: false, state: 'queued', at })
    },
  })
  if (!done.ok) return done
  core.changed()
  core.wakePrinter()
  return accountStatement(core, memberId)
}

type Balanced = Omit<StatementRow, 'reversible' | 'reversed'>

function withBalances(entries: readonly StatementEntry[]): Balanced[] {
  let [principalAfterFen, bonusAfterFen, pointsAfter] = [0, 0, 0]
  return entries.map((entry) => {
    principalAfterFen += entry.principalFen
    bonusAfterFen += entry.bonusFen
    pointsAfter += entry.points
    return { ...entry, kind: kindOf(entry.kind), principalAfterFen, bonusAfterFen, pointsAfter }
  })
}

const KINDS: Readonly<Record<string, StatementRow['kind']>> = {
  sale: 'sale',
  'top-up': 'top-up',
  'top-up-reversal': 'top-up-reversal',
  closing: 'closing',
  'members-imported': 'opening',
}

function kindOf(kind: string): StatementRow['kind'] {
  return KINDS[kind] ?? 'other'
}

function isTopUp(kind: string): boolean {
  return kind === 'top-up' || kind === 'top-up-reversal'
}

function reversalOf(core: Core, row: Balanced, memberId: string): Pick<StatementRow, 'reversible' | 'reversed'> {
  if (row.kind !== 'top-up' || row.documentId === null) return { reversible: false, reversed: false }
  const document = core.stores.sales.read(row.documentId)?.document
  if (document === undefined) return { reversible: false, reversed: false }
  const facts = reversalFacts(core, document, memberId)
  return { reversible: decideReversal(facts).ok, reversed: facts.reversed }
}

function closingOf(memberId: string, lots: readonly Lot[], businessDay: string): StatementView['closing'] {
  if (!lots.some(({ asset }) => asset !== 'POINTS')) return null
  const { paidFen, bonusFen } = planClosing({ memberId, businessDay, lots, way: 'cash' })
  return { paidFen, cancelledFen: bonusFen }
}

function sumOf(lots: readonly Lot[], asset: Lot['asset']): number {
  return lots.reduce((sum, lot) => (lot.asset === asset ? sum + lot.amount : sum), 0)
}
