/** Looking at an import: how far it is, its rows, the file of its errors; and leaving it. */
import type { MemberImportRow, MemberImportView } from '../../../shared/contract/member-import.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import type { ImportThread } from './import-questions.ts'
import type { RowState } from './import-work.ts'
import { importOf, leaveImport, permittedImport } from './running.ts'

export function viewImport(core: Core): Result<MemberImportView | null> {
  const permitted = requirePermission(core, 'member.import')
  return permitted.ok ? ok(importOf(core)?.view ?? null) : permitted
}

export interface RowsQuery {
  readonly importId: string
  readonly show: 'all' | RowState
  readonly from: number
  readonly limit: number
}

export async function importRows(
  core: Core,
  { importId, show, from, limit }: RowsQuery,
): Promise<Result<{ rows: MemberImportRow[]; total: number }>> {
  const thread = checkedThread(core, importId)
  return thread.ok ? ok(await thread.value.ask('rows', show, from, limit)) : thread
}

export async function importErrorsFile(
  core: Core,
  importId: string,
): Promise<Result<{ fileName: string; base64: string }>> {
  const thread = checkedThread(core, importId)
  if (!thread.ok) return thread
  const bytes = await thread.value.ask('errorsFile')
  const bare = (importOf(core)?.view.fileName ?? '').replace(/\.[^.]*$/, '')
  return ok({ fileName: `${bare}-待更正.xlsx`, base64: Buffer.from(bytes).toString('base64') })
}

/** While rows are written it stops at the end of the batch and can go on; else the file is let go, and null is left. */
export async function cancelImport(core: Core, importId: string): Promise<Result<MemberImportView | null>> {
  const found = permittedImport(core, importId)
  if (!found.ok) return found
  const running = found.value
  if (running.writing === null) {
    await leaveImport(core)
    return ok(null)
  }
  running.stopAsked = true
  await running.writing
  return ok(running.view)
}

function checkedThread(core: Core, importId: string): Result<ImportThread> {
  const found = permittedImport(core, importId)
  if (!found.ok) return found
  const { thread, view } = found.value
  return thread === null || view.digest === '' ? refuse('member-import-busy') : ok(thread)
}
