/** A file that goes up piece by piece, in order; the last piece starts its reading. */
import { MAX_IMPORT_FILE_BYTES, type MemberImportView } from '../../../shared/contract/member-import.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { readImport } from './read-import.ts'
import { change, importOf, leaveImport, newImport, permittedImport } from './running.ts'

/** Refuses with not-signed-in, not-permitted, member-import-busy, member-import-file-large {maxMb}. */
export async function beginImport(
  core: Core,
  file: { readonly fileName: string; readonly sizeBytes: number },
): Promise<Result<MemberImportView>> {
  const permitted = requirePermission(core, 'member.import')
  if (!permitted.ok) return permitted
  if (importOf(core)?.view.state === 'writing') return refuse('member-import-busy')
  if (file.sizeBytes > MAX_IMPORT_FILE_BYTES)
    return refuse('member-import-file-large', { maxMb: MAX_IMPORT_FILE_BYTES / 1024 / 1024 })
  await leaveImport(core)
  return ok(newImport(core, file.fileName, file.sizeBytes).view)
}

/** A piece that came before changes nothing. Refuses with member-import-unknown, and where a piece is missing before it. */
export function takePiece(
  core: Core,
  piece: { readonly importId: string; readonly at: number; readonly base64: string },
): Result<MemberImportView> {
  const found = permittedImport(core, piece.importId)
  if (!found.ok) return found
  const running = found.value
  const { bytes, view } = running
  if (bytes === null || piece.at < view.done) return ok(view)
  const part = Buffer.from(piece.base64, 'base64')
  if (piece.at > view.done || piece.at + part.length > view.total) return refuse('member-import-piece')
  part.copy(bytes, piece.at)
  change(running, { done: piece.at + part.length })
  if (running.view.done === view.total) readImport(core, running, bytes)
  return ok(running.view)
}
