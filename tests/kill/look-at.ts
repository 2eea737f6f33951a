/** What a killed till left behind: every sale that it had acknowledged must be there, and the chain must hold. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { auditChain, type ChainMark } from '../simulation/audit-chain.ts'
import { auditTables } from '../simulation/auditor.ts'
import { startReport, type Finding } from '../simulation/report.ts'

export interface Life {
  /** sales that the process acknowledged before it was killed */
  readonly acknowledged: readonly { readonly saleId: string; readonly payableFen: number }[]
  /** whether it was killed before it had opened the store */
  readonly whileOpening: boolean
}

/** Opens what was left behind, as it lies there: SQLite takes the log up by itself. */
export function lookAt(
  folder: string,
  life: Life,
  mark: ChainMark,
  whole: boolean,
): { findings: readonly Finding[]; mark: ChainMark } {
  const sqlite = new Database(join(folder, 'store.db'))
  const report = startReport()
  try {
    const find = sqlite.prepare<[string], { payableFen: number; kept: number }>(
      `SELECT d.payable_fen AS payableFen, (SELECT sum(amount_fen) FROM tenders AS t WHERE t.document_id = d.document_id) - d.change_fen AS kept
       FROM documents AS d JOIN chain AS c ON c.seq = d.seq AND c.kind = 'sale' WHERE d.document_id = ?`,
    )
    for (const { saleId, payableFen } of life.acknowledged) {
      const sale = find.get(saleId)
      report.demand(sale !== undefined, 'lost', `acknowledged sale ${saleId} is not in the store`)
      if (sale !== undefined)
        report.equal([sale.payableFen, sale.kept], [payableFen, payableFen], 'lost', `money of sale ${saleId}`)
    }
    const last = auditChain(sqlite, report, mark)
    return { findings: [...report.findings, ...(whole ? auditTables(sqlite) : [])], mark: last }
  } finally {
    sqlite.close()
  }
}
