/** 会员导入 over the contract. */
import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import type { Core } from '../core.ts'
import { cancelImport, importErrorsFile, importRows, viewImport } from '../features/member-import/follow-import.ts'
import { mapColumns } from '../features/member-import/read-import.ts'
import { beginImport, takePiece } from '../features/member-import/receive-file.ts'
import { commitImport } from '../features/member-import/write-batches.ts'
import { answered } from './answer.ts'

export function memberImportRouter(core: Core) {
  const os = implement(contract).memberImport
  return {
    view: os.view.handler(() => answered(viewImport(core))),
    begin: os.begin.handler(async ({ input }) => answered(await beginImport(core, input))),
    piece: os.piece.handler(({ input }) => answered(takePiece(core, input))),
    map: os.map.handler(({ input }) => answered(mapColumns(core, input))),
    rows: os.rows.handler(async ({ input }) => answered(await importRows(core, input))),
    commit: os.commit.handler(({ input }) => answered(commitImport(core, input))),
    cancel: os.cancel.handler(async ({ input }) => answered(await cancelImport(core, input.importId))),
    errorsFile: os.errorsFile.handler(async ({ input }) => answered(await importErrorsFile(core, input.importId))),
  }
}
