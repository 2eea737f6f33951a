/**
 * 会员导入: a list of members as a file that goes up in pieces, is read and checked row by row, looked at, and taken over in
 * batches. One import a till; it lives in memory, and what was taken over stays, so that the same file sent again after a
 * crash goes on where it ended.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Command, errors, Id, Refusal } from './primitives.ts'

const base = oc.errors(errors)

export const MAX_IMPORT_FILE_BYTES = 32 * 1024 * 1024
/** Bytes of the file in one piece; in base64 a third more goes over the wire. */
export const IMPORT_PIECE_BYTES = 512 * 1024

export const MemberColumn = z.enum([
  'name',
  'phone',
  'card',
  'tier',
  'birthday',
  'sex',
  'tags',
  'points',
  'principal',
  'bonus',
  'note',
])
export type MemberColumn = z.infer<typeof MemberColumn>

/** Where each column stands in the file, counted from 0; what is absent is not imported. */
export const ColumnMap = z.partialRecord(MemberColumn, z.int().min(0).max(199))
export type ColumnMap = z.infer<typeof ColumnMap>

export const MemberImportView = z.object({
  importId: Id,
  fileName: z.string(),
  /**
   * receiving: pieces are missing. reading, checking: wait. mapping: a needed column has no place yet. ready: looked
   * through, nothing written. writing: batches are taken over. stopped: cancelled while writing, can go on. done, failed.
   */
  state: z.enum(['receiving', 'reading', 'mapping', 'checking', 'ready', 'writing', 'stopped', 'done', 'failed']),
  /** bytes while receiving, rows after that */
  done: z.int(),
  total: z.int(),
  /** the headers of the file, and its first rows as an example */
  header: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  columns: ColumnMap,
  /** needed columns without a place */
  missing: z.array(MemberColumn),
  counts: z.object({
    rows: z.int(),
    /** rows that can be taken over */
    fresh: z.int(),
    /** rows of this very file that were taken over before, by this run or an earlier one */
    taken: z.int(),
    /** rows of people who are members already, under the same name and phone */
    existing: z.int(),
    /** rows with a problem */
    wrong: z.int(),
  }),
  /** what `commit` must name: it changes with the file and with the columns */
  digest: z.string(),
  /** only when failed */
  refusal: Refusal.nullable(),
})
export type MemberImportView = z.infer<typeof MemberImportView>

export const MemberImportRow = z.object({
  row: z.int(),
  state: z.enum(['fresh', 'taken', 'existing', 'wrong']),
  /** by column; a phone that is right is masked */
  cells: z.partialRecord(MemberColumn, z.string()),
  problems: z.array(z.object({ column: MemberColumn.nullable(), refusal: Refusal })),
})
export type MemberImportRow = z.infer<typeof MemberImportRow>

const Import = z.object({ importId: Id })

export const memberImportContract = {
  view: base
    .route({ method: 'GET', path: '/members/import', summary: 'The import that is there; null where there is none' })
    .output(MemberImportView.nullable()),
  begin: base
    .route({
      method: 'POST',
      path: '/members/import/begin',
      summary: 'A file is chosen; what was there before is left',
    })
    .input(z.object({ fileName: z.string().max(255), sizeBytes: z.int().min(1) }))
    .output(MemberImportView),
  piece: base
    .route({
      method: 'POST',
      path: '/members/import/piece',
      summary: 'The next piece of the file; the last starts reading',
    })
    .input(
      Import.extend({
        at: z.int().min(0),
        base64: z
          .string()
          .min(1)
          .max(IMPORT_PIECE_BYTES * 2),
      }),
    )
    .output(MemberImportView),
  map: base
    .route({
      method: 'POST',
      path: '/members/import/columns',
      summary: 'What the columns mean; all rows are checked again',
    })
    .input(Import.extend({ columns: ColumnMap }))
    .output(MemberImportView),
  rows: base
    .route({ method: 'POST', path: '/members/import/rows', summary: 'A page of the rows, as they were checked' })
    .input(
      Import.extend({
        show: z.enum(['all', 'fresh', 'taken', 'existing', 'wrong']),
        from: z.int().min(0),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(z.object({ rows: z.array(MemberImportRow), total: z.int() })),
  commit: base
    .route({ method: 'POST', path: '/members/import/commit', summary: 'Take the good rows over; goes on after a stop' })
    .input(Command.extend({ importId: Id, digest: z.string() }))
    .output(MemberImportView),
  cancel: base
    .route({ method: 'POST', path: '/members/import/cancel', summary: 'Stop writing, or leave the file' })
    .input(Import)
    .output(MemberImportView.nullable()),
  errorsFile: base
    .route({ method: 'POST', path: '/members/import/errors', summary: 'The rows with a problem as .xlsx, to correct' })
    .input(Import)
    .output(z.object({ fileName: z.string(), base64: z.string() })),
}
