/** An import as a screen drives it: the file goes up in pieces, and whoever waits looks again. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Core } from '../../../electron/core.ts'
import { importRows, viewImport } from '../../../electron/features/member-import/follow-import.ts'
import { beginImport, takePiece } from '../../../electron/features/member-import/receive-file.ts'
import { commitImport } from '../../../electron/features/member-import/write-batches.ts'
import { writeXlsx } from '../../../electron/spreadsheet/xlsx-file.ts'
import type { MemberImportRow, MemberImportView } from '../../../shared/contract/member-import.ts'
import { must } from '../../till/small-shop.ts'

export const HEADER = ['姓名', '手机', '卡号', '等级', '生日', '性别', '标签', '积分', '储值本金', '赠送金', '备注']

export function sheetOf(rows: readonly (readonly (string | number | null)[])[]): Promise<Buffer> {
  return writeXlsx({ name: '会员', columns: HEADER.map(() => ({ width: 12 })), fixedRows: 1, rows: [HEADER, ...rows] })
}

/** A row that nothing is wrong with; `ordinal` makes its phone and card. */
export function goodRow(ordinal: number, changes: Readonly<Record<number, string | number>> = {}): (string | number)[] {
  const tail = String(ordinal).padStart(8, '0')
  const row = [`会员${ordinal}`, `137${tail}`, `66${tail}`, '', '1990-05-12', '女', '常客、近邻', 120, '300.50', 20, '']
  return row.map((cell, place) => changes[place] ?? cell)
}

/** Sends the file up and waits until it has been looked through. */
export async function upload(core: Core, bytes: Buffer, pieceBytes = 60_000): Promise<MemberImportView> {
  const begun = must(await beginImport(core, { fileName: '老会员.xlsx', sizeBytes: bytes.length }))
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const base64 = bytes.subarray(at, at + pieceBytes).toString('base64')
    must(takePiece(core, { importId: begun.importId, at, base64 }))
  }
  return settled(core)
}

/** Waits until the import rests. */
export async function settled(core: Core): Promise<MemberImportView> {
  for (;;) {
    const view = must(viewImport(core))
    if (view === null) throw new Error('there is no import')
    if (!['receiving', 'reading', 'checking', 'writing'].includes(view.state)) return view
    await pause(5)
  }
}

export async function takeOver(core: Core, view: MemberImportView): Promise<MemberImportView> {
  must(commitImport(core, { commandId: core.newId(), importId: view.importId, digest: view.digest }))
  return settled(core)
}

export async function rowsOf(
  core: Core,
  view: MemberImportView,
  show: 'all' | 'wrong' = 'all',
): Promise<MemberImportRow[]> {
  return must(await importRows(core, { importId: view.importId, show, from: 0, limit: 200 })).rows
}
