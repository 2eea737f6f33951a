/**
 * The auditor: judges a store by its raw tables alone. Written from the specification with SQL of its own; it imports
 * nothing of the till, so that a mistake there cannot hide here.
 */
import Database from 'better-sqlite3'
import { auditChain, auditCommands } from './audit-chain.ts'
import { auditChoices } from './audit-choices.ts'
import { auditDocuments } from './audit-documents.ts'
import { auditImports } from './audit-imports.ts'
import { auditMemberFiles } from './audit-member-files.ts'
import { auditMembers } from './audit-members.ts'
import { auditPayments } from './audit-payments.ts'
import { auditRules } from './audit-rules.ts'
import { auditStoredValue } from './audit-stored-value.ts'
import { auditValue } from './audit-value.ts'
import { startReport, type Finding } from './report.ts'

/** Everything that is wrong, at most fifty of it; none where the store is in order. */
export function auditTables(sqlite: Database.Database): readonly Finding[] {
  const report = startReport()
  auditChain(sqlite, report)
  auditCommands(sqlite, report)
  auditValue(sqlite, report)
  auditDocuments(sqlite, report)
  auditMembers(sqlite, report)
  auditMemberFiles(sqlite, report)
  auditImports(sqlite, report)
  auditPayments(sqlite, report)
  auditStoredValue(sqlite, report)
  auditRules(sqlite, report)
  auditChoices(sqlite, report)
  return report.findings
}

/** The same for a file that nobody has open. */
export function auditFile(path: string): readonly Finding[] {
  const sqlite = new Database(path, { readonly: true })
  try {
    return auditTables(sqlite)
  } finally {
    sqlite.close()
  }
}
